"""Citing a page: in words on the page itself, and as an entry for reference managers."""
