"""Names and addresses of pages."""
