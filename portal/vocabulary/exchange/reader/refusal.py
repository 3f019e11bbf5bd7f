"""Why a file is not read at all."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """`key` is one of `remarks.REFUSALS`, `about` what to fill in there."""

    def __init__(self, key: str, **about: Any) -> None:
        super().__init__(key)
        self.key = key
        self.about = about
