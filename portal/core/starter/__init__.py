"""Starter content: loaded by one command that can be run again and never overwrites an editor's work."""
