"""Tables of the search."""

from search.outbox.entry import OutboxEntry

__all__ = ["OutboxEntry"]
