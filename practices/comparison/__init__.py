"""Writing, on the site, how the beneficiaries implement the parts of a standard. Focal points write, editors approve."""
