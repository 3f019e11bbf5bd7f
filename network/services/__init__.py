"""Writes that need a transaction."""
