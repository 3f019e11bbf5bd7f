"""Where features declare what they offer to the others, without importing each other."""
