"""What changed in the source of a page since a translation was checked against it."""
