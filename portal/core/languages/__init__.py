"""The portal's languages: codes, names, scripts, what is nearest to what, and how a reader's wish is read."""
