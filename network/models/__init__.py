"""The network: for now its events."""

from network.models.event import EventIndexPage, EventPage

__all__ = ["EventIndexPage", "EventPage"]
