"""What several callers change, or what needs a transaction."""
