"""Joining the network, being suspended, leaving: each a transaction of its own, with mail when it is over."""
