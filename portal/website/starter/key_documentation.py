"""Key documentation, with links to pages that other apps brought."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wagtail.models import Page

from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.website.models import HomePage, KeyDocumentationPage

KEY_DOCUMENTATION = PageKind(KeyDocumentationPage, bodies=("body",))

#: `<a href="page:standards/european-prison-rules">…</a>`: a page by its place below the home page.
_PAGE_LINK = re.compile(r'<a href="page:([a-z0-9/-]+)">(.*?)</a>')


def load_key_documentation(path: Path, report: Report) -> None:
    row = json_document(path, KeyDocumentationPage._meta.label_lower, report)
    home = HomePage.objects.first()
    if row is None or home is None:
        return

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        return KEY_DOCUMENTATION.values({**row, "body": _linked(row["body"], home)})

    load_pages(KEY_DOCUMENTATION, [row], values, parent=home, report=report)


def _linked(body: Mapping[str, list[str]], home: Page) -> dict[str, Any]:
    """The body with links to pages as Wagtail keeps them; where there is no such page the words stay, unlinked."""
    texts = {code: "".join(pieces) for code, pieces in body.items()}
    places = {place for text in texts.values() for place, _ in _PAGE_LINK.findall(text)}
    paths = {f"{home.url_path}{place}/": place for place in places}
    keys = {paths[path]: key for path, key in Page.objects.filter(url_path__in=paths).values_list("url_path", "pk")}

    def link(match: re.Match[str]) -> str:
        key = keys.get(match[1])
        return match[2] if key is None else f'<a id="{key}" linktype="page">{match[2]}</a>'

    return {code: _PAGE_LINK.sub(link, text) for code, text in texts.items()}
