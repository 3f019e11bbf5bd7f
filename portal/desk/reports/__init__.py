"""Reports for editors: what is to be done, where, and the way to where it is mended."""
