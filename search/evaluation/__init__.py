"""Ranking documents from a file, to measure the search with collections of any origin."""
