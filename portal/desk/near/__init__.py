"""Bosnian, Montenegrin and Serbian: a first draft of one made of another."""
