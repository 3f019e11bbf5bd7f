"""Where senses come from."""
