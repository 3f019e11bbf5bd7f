"""Offline packs: a list of resources as a ZIP that is read without a server, for whoever asked for it alone."""
