"""Keys of rows, as a form sends them."""

from __future__ import annotations


def sent_key(text: str) -> int:
    """The key that somebody chose; 0, which no row has, for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
