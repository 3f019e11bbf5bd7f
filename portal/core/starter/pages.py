"""Pages from starter files: texts in six languages, published, closed where they should be.

A row has for each translated field a mapping of language to text (a list of pieces of HTML for a body). A language
with everything that is read on the page is ready, one with a title only is an overview.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from wagtail.models import Page

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import ContentPage
from portal.core.pages.naming import slug_text
from portal.core.starter.batch import BatchLoader
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.core.starter.visibility import close_to_all_but, group_of_visibility, group_that_sees


@dataclass(frozen=True)
class PageKind:
    """What a starter file says of a page type.

    `texts` and `bodies` are translated fields (plain or rich text; streams of paragraphs), `plain` attributes of the
    page, `related` many-to-many fields by primary keys.
    """

    model: type[ContentPage]
    texts: tuple[str, ...] = ("headline", "summary")
    bodies: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def prefetch(self) -> tuple[str, ...]:
        """What `current` reads besides the page itself."""
        return (*self.related, "view_restrictions__groups")

    def values(self, row: Mapping[str, Any], **more: Any) -> dict[str, Any]:
        """What a row makes of a page; `more` are `plain` and `related` values. Raises BrokenRow without a title."""
        if not row["headline"].get("en"):
            raise BrokenRow("no English title")
        values: dict[str, Any] = {
            "slug": row.get("slug") or slug_text(row["headline"]["en"]),
            "is_sample": row.get("is_sample", False),
            "live": True,
            "group": group_of_visibility(row.get("visibility", "public")),
        }
        for code in CONTENT_CODES:
            texts = {name: _text(row.get(name, {}).get(code, "")) for name in (*self.texts, *self.bodies)}
            values.update({f"{name}_{code}": text for name, text in texts.items()})
            values[f"readiness_{code}"] = self._readiness(row, code)
            values[f"based_on_{code}"] = 1 if texts["headline"] else 0
            # Working translations, until a native specialist has read them.
            values[f"needs_review_{code}"] = code != "en" and bool(texts["headline"])
        return values | more

    def current(self, page: Any) -> dict[str, Any]:
        """The same of a page that is there. A draft that waits makes it different: somebody is working on it."""
        values: dict[str, Any] = {name: getattr(page, name) for name in ("slug", "is_sample", "live", *self.plain)}
        values["group"] = group_that_sees(page)
        for code in CONTENT_CODES:
            for name in (*self.texts, "readiness"):
                values[f"{name}_{code}"] = getattr(page, f"{name}_{code}") or ""
            for name in self.bodies:
                values[f"{name}_{code}"] = body_html(getattr(page, f"{name}_{code}"))
            values[f"based_on_{code}"] = getattr(page, f"based_on_{code}") or 0
            values[f"needs_review_{code}"] = bool(getattr(page, f"needs_review_{code}"))
        for name in self.related:
            values[name] = [related.pk for related in getattr(page, name).all()]
        if page.has_unpublished_changes:
            values["draft"] = True
        return values

    def fill(self, page: Any, values: Mapping[str, Any]) -> None:
        """Puts into a page all values but those that need it stored."""
        bodies = {f"{name}_{code}" for name in self.bodies for code in CONTENT_CODES}
        for name, value in values.items():
            if name in bodies:
                set_body(page, name, value)
            elif name not in {"live", "group", *self.related}:
                setattr(page, name, value)

    def _readiness(self, row: Mapping[str, Any], code: str) -> str:
        if not row["headline"].get(code):
            return Readiness.DRAFT.value
        read = [name for name in (*self.texts, *self.bodies) if row.get(name)]
        return (Readiness.READY if all(row[name].get(code) for name in read) else Readiness.OVERVIEW).value


def load_pages(
    kind: PageKind,
    rows: Iterable[Any],
    values: Callable[[Mapping[str, Any]], Mapping[str, Any]],
    *,
    parent: Page,
    report: Report,
) -> None:
    """Brings the children of `parent` to the rows, each named by its `key`; `values` makes of a row what to write.

    What an editor changed, moved or deleted stays as the editor left it; a broken row is named in the report.
    """
    children = kind.model.objects.child_of(parent).prefetch_related(*kind.prefetch)
    by_slug = {page.slug: page for page in children}
    keyed = [(_key(row, number), row) for number, row in enumerate(rows, start=1)]

    def write(page: Any, written: Mapping[str, Any]) -> Any:
        return write_page(kind, page, written, parent)

    with BatchLoader(
        kind=kind.model._meta.label_lower,
        existing={key: by_slug[slug] for key, row in keyed if (slug := _slug(row)) in by_slug},
        current=kind.current,
        write=write,
        report=report,
    ) as loader:
        for key, row in keyed:
            loader.load_made(key, partial(values, row))


def write_page(kind: PageKind, page: Any, values: Mapping[str, Any], parent: Page) -> Any:
    """Makes (from None) or changes a page and publishes it, with a revision as from an editor's hand."""
    is_new = page is None
    page = kind.model(live=False) if is_new else page
    kind.fill(page, values)
    if is_new:
        # Fresh: a page that could not be stored leaves the count of children in memory wrong.
        Page.objects.get(pk=parent.pk).add_child(instance=page)
    for name in kind.related:
        getattr(page, name).set(values[name])
    close_to_all_but(page, values["group"])
    page.save_revision().publish()
    return page


def body_html(stream: Any) -> str:
    """The HTML of a body that is nothing but paragraphs; anything else as it is stored, which no starter file says."""
    blocks = list(stream.raw_data) if stream else []
    if all(block["type"] == "paragraph" for block in blocks):
        return "".join(block["value"] for block in blocks)
    return json.dumps(blocks, sort_keys=True)


def set_body(page: Any, name: str, html: str) -> None:
    """Puts one paragraph block into a body, or none."""
    block = page._meta.get_field(name).stream_block
    setattr(page, name, block.to_python([{"type": "paragraph", "value": html}] if html else []))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "".join(value)


def _key(row: Any, number: int) -> str:
    return str(row["key"]) if isinstance(row, Mapping) and row.get("key") else f"row {number}"


def _slug(row: Any) -> str:
    """Where the page of a row lies; "" for a row that is broken."""
    try:
        return str(row.get("slug") or slug_text(row["headline"]["en"]))
    except (AttributeError, KeyError, TypeError):
        return ""
