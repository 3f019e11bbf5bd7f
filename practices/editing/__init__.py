"""Resources on their edit forms."""
