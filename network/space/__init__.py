"""The closed space of a working group: its people, its files. Whoever may not enter gets a 404."""
