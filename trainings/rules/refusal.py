"""What is refused to somebody, with the reason in their language."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was changed. The text is for whoever asked."""
