"""Where features declare what they have to do when a membership changes."""
