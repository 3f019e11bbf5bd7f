"""The training framework: who should be able to do what, and which courses build it."""
