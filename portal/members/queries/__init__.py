"""What is read of members, for those who look after them."""
