"""Building the index and keeping it whole."""
