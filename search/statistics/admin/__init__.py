"""The report of the search statistics in Wagtail's admin."""
