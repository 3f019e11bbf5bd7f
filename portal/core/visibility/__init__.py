"""Who may see what: one truth, Wagtail's own view restrictions, asked in one way everywhere."""
