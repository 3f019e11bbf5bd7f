"""What pages are classified by, as rows of keys: read with one query, whatever the kinds and however many pages.

Every page that is shown and every list asks for these. Putting such a query together costs far more than answering it
when it is made of querysets, so it is written out here; only names of tables and columns are put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Model

M = TypeVar("M", bound=Model)

#: The relations of ClassifiedPage.
KINDS = ("beneficiaries", "priority_areas", "stages", "target_groups", "agencies", "concepts")


class _Asked(NamedTuple):
    """The rows of one relation in which one of its two columns has one of these keys."""

    model: Any
    kind: str
    by_page: bool
    keys: list[int]


def keys_by_kind(page: Any, kinds: Iterable[str] = KINDS) -> dict[str, set[int]]:
    """For each kind the keys of what the page is classified by.

    One query; a draft in preview carries its choices with it, and these count instead of what is stored.
    """
    drafted = getattr(page, "_cluster_related_objects", None) or {}
    found = {kind: {one.pk for one in drafted.get(kind, ())} for kind in kinds}
    stored = [kind for kind in found if kind not in drafted] if page.pk else []
    for _model, kind, _page, key in _rows(_Asked(type(page), kind, True, [page.pk]) for kind in stored):
        found[kind].add(key)
    return found


def keys_by_page(pages: Iterable[Any], kind: str) -> dict[int, set[int]]:
    """For each of these stored pages, which may be of several types, the keys of one kind. One query, or none."""
    by_model: dict[type, list[int]] = {}
    for page in pages:
        by_model.setdefault(type(page), []).append(page.pk)
    found: dict[int, set[int]] = {}
    for _model, _kind, page, key in _rows(_Asked(model, kind, True, keys) for model, keys in by_model.items()):
        found.setdefault(page, set()).add(key)
    return found


def keys_of_pages(pages: Iterable[Any], kinds: Iterable[str]) -> dict[int, dict[str, set[int]]]:
    """For each of these stored pages, which may be of several types, the keys of each kind. One query, or none.

    A type may be without some of the kinds.
    """
    by_model: dict[type, list[int]] = {}
    for page in pages:
        by_model.setdefault(type(page), []).append(page.pk)
    found: dict[int, dict[str, set[int]]] = {}
    asked = [
        _Asked(model, kind, True, keys) for kind in kinds for model, keys in by_model.items() if hasattr(model, kind)
    ]
    for _model, kind, page, key in _rows(asked):
        found.setdefault(page, {}).setdefault(kind, set()).add(key)
    return found


def keys_in_common(
    models: Iterable[type[M]], wanted: Mapping[str, Iterable[int]]
) -> Iterator[tuple[type[M], str, int]]:
    """Model, kind and page for each key of `wanted` that a page of these types is classified by too. One query."""
    models = list(models)
    asked = [_Asked(model, kind, False, list(keys)) for kind, keys in wanted.items() if keys for model in models]
    return ((model, kind, page) for model, kind, page, _key in _rows(asked))


def _rows(asked: Iterable[_Asked]) -> Iterator[tuple[Any, str, int, int]]:
    """Rows of the relations: model, kind, key of the page, key of what it is classified by."""
    asked = list(asked)
    if not asked:
        return
    name = connection.ops.quote_name
    parts: list[str] = []
    for number, (model, kind, by_page, keys) in enumerate(asked):
        field = model._meta.get_field(kind)
        page, word = name(field.m2m_column_name()), name(field.m2m_reverse_name())
        places = ", ".join(["%s"] * len(keys))
        parts.append(
            f"SELECT {number}, {page}, {word} FROM {name(field.m2m_db_table())} "  # noqa: S608
            f"WHERE {page if by_page else word} IN ({places})"
        )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [key for one in asked for key in one.keys])
        rows = cursor.fetchall()
    for number, page, word in rows:
        yield asked[number].model, asked[number].kind, page, word
