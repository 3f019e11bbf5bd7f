"""Filling in a form, and reading what came of it."""
