"""Continuum: composition root (settings, urls, wsgi) and the layers that every feature stands on."""
