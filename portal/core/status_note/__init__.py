"""The status footnote: every mention of Kosovo* carries an asterisk once, and every document its explanation once."""
