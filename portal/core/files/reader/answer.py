"""What the reading process says, and when it has said enough."""

from __future__ import annotations

import json
import sys

from portal.core.files import limits


class Problem(Exception):
    """The file cannot be read (any further). The reason is one of `protected`, `large`, `damaged`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Enough(Exception):
    """There is more text than is kept."""


class Answer:
    """Writes lines to standard output, and counts what it has written."""

    def __init__(self) -> None:
        self._pages = 0
        self._characters = 0

    def say(self, key: str, value: int | str) -> None:
        # Lone surrogates, which some files hold, cannot be written.
        line = json.dumps({key: value}, ensure_ascii=False) + "\n"
        sys.stdout.buffer.write(line.encode("utf-8", "ignore"))
        sys.stdout.buffer.flush()

    def page(self, text: str) -> None:
        """One page (slide, sheet) more. Raises Enough when no more are wanted."""
        room = limits.TEXT_CHARACTERS - self._characters
        self.say("text", text[:room])
        self._pages += 1
        self._characters += len(text)
        if len(text) > room:
            raise Enough

    def next_page(self) -> None:
        """Asks whether there is room for another page before the work of reading it. Raises Enough when not."""
        if self._pages >= limits.TEXT_PAGES or self._characters >= limits.TEXT_CHARACTERS:
            raise Enough
