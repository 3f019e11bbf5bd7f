"""Editing what is not a page: parts of standards."""
