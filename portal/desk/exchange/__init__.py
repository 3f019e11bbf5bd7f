"""Translations that are made elsewhere: pages leave as XLIFF 1.2 or 2.0, and come back checked."""
