"""What else a word can be called: in its own language, and in the others."""
