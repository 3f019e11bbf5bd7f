"""What the network's pages show, read from the database."""
