"""How much a translation is wanted: how often pages are read, and opened from searches, in each language."""
