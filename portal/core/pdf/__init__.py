"""A page as a PDF: its article as it is read on the site, set by typst, tagged for screen readers (PDF/UA-1)."""
