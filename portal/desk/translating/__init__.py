"""Source on the left, translation on the right: the view in which translators work."""
