"""Showing at the terminal how far a command has come."""

from __future__ import annotations

from django.core.management.base import OutputWrapper

_WIDTH = 30


class ProgressBar:
    """A bar that grows on a terminal, or a line at a time where nobody watches, such as in a log.

    `total` is how many there will be, as far as is known.
    """

    def __init__(self, output: OutputWrapper, total: int) -> None:
        self._output = output
        self._total = total
        self._is_watched = output.isatty()

    def show(self, number: int) -> None:
        """So many are done."""
        total = max(self._total, number)
        counted = f"{number} of {total} documents"
        if self._is_watched:
            full = _WIDTH * number // max(total, 1)
            self._output.write(f"\r  [{'#' * full}{'.' * (_WIDTH - full)}] {counted}", ending="")
        else:
            self._output.write(f"  {counted}")
        self._output.flush()

    def end(self) -> None:
        """Whatever is written next is written on a line of its own."""
        if self._is_watched:
            self._output.write("\r\x1b[K", ending="")
            self._output.flush()
