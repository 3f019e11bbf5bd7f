"""What may be refused, with the reason in words."""
