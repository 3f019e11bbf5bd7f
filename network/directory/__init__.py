"""The directory: people of the network as they want to be seen, found by what they may be found by, and written to."""
