"""The files of resources, as far as resources may be found by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.core.models import FileText, PortalDocument
from portal.core.visibility.audience import Rules
from portal.core.visibility.openness import is_as_open

#: Texts of files held in memory at a time: each can have two million characters.
_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class ResourceFile:
    """A file that a page attaches. `language` is a content language, "" when nobody said which."""

    key: int
    title: str
    language: str
    text: str


def attached_keys(page: Any) -> list[int]:
    """The primary keys of the files that a page attaches, in its order; without loading any of them."""
    keys = [block["value"] for block in page.attachments.raw_data if block["type"] == "file"]
    return list(dict.fromkeys(key for key in keys if isinstance(key, int)))


def with_files(pages: Sequence[Any], rules: Rules) -> Iterator[tuple[Any, tuple[ResourceFile, ...]]]:
    """Each page with its files that everybody who may see the page may see too.

    By the words of any other file somebody could find out what it says. One query for all, and one for each few texts.
    """
    open_keys = _open_keys(pages, rules)
    waiting: list[Any] = []
    number = 0
    for page in pages:
        waiting.append(page)
        number += len(open_keys[page.pk])
        if number >= _AT_ONCE:
            yield from _loaded(waiting, open_keys)
            waiting, number = [], 0
    yield from _loaded(waiting, open_keys)


def _open_keys(pages: Sequence[Any], rules: Rules) -> dict[int, list[int]]:
    attached = {page.pk: attached_keys(page) for page in pages}
    keys = {key for keys in attached.values() for key in keys}
    if not keys:
        return attached
    collections = Rules.of_collections()
    stored = PortalDocument.objects.filter(pk__in=keys).values_list("pk", "collection__path")
    asked = {key: collections.requirements(path) for key, path in stored}
    of_page = {page.pk: rules.requirements(page.path) for page in pages}
    return {
        page: [key for key in keys if key in asked and is_as_open(asked[key], of_page[page])]
        for page, keys in attached.items()
    }


def _loaded(
    pages: Iterable[Any], open_keys: Mapping[int, Sequence[int]]
) -> Iterator[tuple[Any, tuple[ResourceFile, ...]]]:
    pages = list(pages)
    wanted = {key for page in pages for key in open_keys[page.pk]}
    files: dict[int, ResourceFile] = {}
    if wanted:
        texts = dict(FileText.objects.filter(pk__in=wanted).values_list("pk", "text"))
        for key, title, language in PortalDocument.objects.filter(pk__in=wanted).values_list("pk", "title", "language"):
            files[key] = ResourceFile(key, title, language, texts.get(key, ""))
    for page in pages:
        yield page, tuple(files[key] for key in open_keys[page.pk] if key in files)
