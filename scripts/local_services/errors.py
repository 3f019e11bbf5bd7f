"""What can go wrong, in words that the person at the command line can act on."""


class ServiceUnavailable(Exception):
    """A service cannot be had on this machine. The text says why, and what would help."""
