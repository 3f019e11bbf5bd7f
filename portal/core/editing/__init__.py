"""Editing a page in six languages: light forms, one tab a language, nothing touched that was not open."""
