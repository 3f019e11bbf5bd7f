"""What pages and files of the members are made of."""
