"""Bilingual lists and wordnets from elsewhere."""
