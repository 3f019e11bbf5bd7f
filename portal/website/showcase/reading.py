"""What the page of all components shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template import loader
from django.utils.safestring import mark_safe

from portal.core.pages.links import language_links_for_path
from portal.core.pages.listing import home_link
from portal.website.showcase.example import Example
from portal.website.showcase.frame import frame_examples
from portal.website.showcase.library import library_examples
from portal.website.showcase.own_ids import with_own_ids
from portal.website.showcase.page import page_examples

#: The place of the footnote is at the end of the page, and no example takes the focus.
_ONCE_IN_A_PAGE = (" data-status-note", " autofocus")


def showcase_context(request: HttpRequest) -> dict[str, Any]:
    links = language_links_for_path(request)
    found = {**frame_examples(request), **page_examples(links), **library_examples(links)}
    components = [
        {"name": name, "anchor": f"component-{name}", "examples": _shown(name, found[name], request)}
        for name in sorted(found)
    ]
    return {
        "trail_items": [home_link()],
        "components": components,
        "toc_entries": [{"anchor": one["anchor"], "label": one["name"], "lang": "en"} for one in components],
        "has_sample": True,
    }


def _shown(name: str, examples: list[Example], request: HttpRequest) -> list[dict[str, Any]]:
    template = loader.get_template(f"components/{name}.html")
    shown = []
    for number, example in enumerate(examples, 1):
        html = template.render(dict(example.context), request).strip()
        for attribute in _ONCE_IN_A_PAGE:
            html = html.replace(attribute, "")
        # What a template of ours has rendered is as safe as it was there.
        shown.append({"example": example, "html": mark_safe(with_own_ids(html, f"-{name}-{number}"))})  # noqa: S308
    return shown
