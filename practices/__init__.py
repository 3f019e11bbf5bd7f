"""Good practices, standards with their parts, and programme methodologies."""
