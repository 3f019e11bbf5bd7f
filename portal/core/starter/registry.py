"""Which apps bring starter content, and in which order it is loaded (`starter.py` of each app)."""

from __future__ import annotations

from collections.abc import Callable

from portal.core.starter.report import Report

Loader = Callable[[Report], None]

_loaders: list[tuple[int, str, Loader]] = []


def register_loader(position: int, name: str, loader: Loader) -> None:
    """`position` orders the loaders: vocabulary 10, places 20, site pages 30, features 40 and up."""
    _loaders.append((position, name, loader))


def loaders() -> list[tuple[str, Loader]]:
    return [(name, loader) for _, name, loader in sorted(_loaders, key=lambda entry: entry[:2])]
