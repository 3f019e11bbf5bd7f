"""What templates get, made of queries and the localized page."""
