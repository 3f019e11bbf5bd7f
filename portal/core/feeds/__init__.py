"""Feeds: what a list shows, for programs that look for what is new in it."""
