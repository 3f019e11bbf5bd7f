"""Members and consent texts in Wagtail's administration."""
