"""The vocabulary on the forms of others."""
