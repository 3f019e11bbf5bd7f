"""Writing, on the site, how beneficiaries implement the parts of a standard. Focal points write, editors approve."""
