"""Forms and their questions in the administration."""
