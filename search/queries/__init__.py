"""From an address of the library to what its page shows."""
