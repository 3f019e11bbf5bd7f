"""What changed and is not in the index yet: written with the change, applied after it."""
