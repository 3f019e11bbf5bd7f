"""Contexts of the templates, one module for each kind of page."""
