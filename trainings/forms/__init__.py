"""Forms of trainers and focal points."""
