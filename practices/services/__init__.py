"""What changes resources: what several callers do, or what needs a transaction."""
