"""Synonyms, equivalents and imported lists in Wagtail's admin."""
