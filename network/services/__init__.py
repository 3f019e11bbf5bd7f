"""What changes working groups: what several callers do, or what needs a transaction."""
