"""What is read from the database, for a user."""
