"""Members of the network: where they work, what they know, how they come and go."""
