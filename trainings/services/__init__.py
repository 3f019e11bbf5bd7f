"""Writes that several callers make or that need a transaction."""
