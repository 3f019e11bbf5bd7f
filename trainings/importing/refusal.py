"""Why a file is not read at all."""

from __future__ import annotations


class FileRefused(Exception):
    """`key` is one of `trainings.importing.words.REFUSALS`."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
