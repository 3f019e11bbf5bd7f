"""Contexts of the templates."""
