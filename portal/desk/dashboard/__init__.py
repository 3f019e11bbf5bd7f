"""The desk in the administration: the table of all pages, one's own translations, the panel of the first page."""
