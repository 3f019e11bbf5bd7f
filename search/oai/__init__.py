"""OAI-PMH 2.0 at `/oai`: other repositories harvest what is public in the library (openarchives.org)."""
