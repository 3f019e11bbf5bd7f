"""What developing needs besides the product itself: services for tests, and the full check."""
