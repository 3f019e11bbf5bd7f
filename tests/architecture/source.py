"""The files of the product, as the tests of its structure walk through them."""

from collections.abc import Iterator
from pathlib import Path

BASE = Path(__file__).resolve().parents[2]

#: Folders with the product's own code.
CODE = ("portal", "practices", "trainings", "network", "search", "scripts", "static")

#: And with what is written about it and for it.
ALL = (*CODE, "docs", "tests", "requirements", ".ci")


def files(folders: tuple[str, ...], *suffixes: str) -> Iterator[Path]:
    """Files below these folders of the repository, made ones left out; with `suffixes` only such."""
    for folder in folders:
        for path in sorted((BASE / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and (not suffixes or path.suffix in suffixes):
                yield path


def name(path: Path) -> str:
    """The path as it is written in the repository."""
    return path.relative_to(BASE).as_posix()
