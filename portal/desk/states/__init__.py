"""Where each language of each page stands, asked of the database for all pages at once."""
