"""Conditions that can refuse, with their reasons."""
