"""One page in two languages, side by side: for those who check a translation, or who learn a language by its terms.

Both columns are what the page's own template shows in either language, cut at its headings. These have the same ids in
all languages, so that what belongs together stands in one row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag
from django.http import Http404, HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from portal.core.content_language.localized import nearest, ready_codes
from portal.core.languages.catalogue import BY_CODE, Language
from portal.core.languages.reader import current_reader
from portal.core.pages.links import alternates, other_languages


@dataclass(frozen=True, slots=True)
class Column:
    """The page in one language. `lang` is that of its text; `sections` has the markup of each part by its id, in
    their order, beginning with the lead.
    """

    language: Language
    title: str
    lang: str
    sections: dict[str, SafeString]


def beside_context(page: Any, context: dict[str, Any], code: str, request: HttpRequest) -> dict[str, Any]:
    """What layouts/beside.html shows. `context` is that of the page.

    Raises Http404 when the page is not there in that language, or it is the reader's own.
    """
    others = other_languages(context["page_languages"], context["localized"])
    other = BY_CODE.get(code)
    if other not in others or other is None:
        raise Http404("There is no such language beside this one.")
    url = page.get_url(request) or ""
    # The reader's own has its context already.
    first = _column(render_to_string(page.get_template(request), context, request), current_reader().language)
    with translation.override(other.code):
        second = _column(page.render(request).rendered_content, other)
    rows = [
        (first.sections.get(key, ""), second.sections.get(key, "")) for key in {**first.sections, **second.sections}
    ]
    renderings = [
        replace(link, url=link.url + page.reverse_subpage("beside", args=[code]))
        for link in context["language_links"]
        if nearest(ready_codes(page), link.language) != other.content_code
    ]
    return {
        "first": first,
        "second": second,
        "rows": rows,
        "choices": [
            {
                "language": language,
                "url": url + page.reverse_subpage("beside", args=[language.code]),
                "current": language == other,
            }
            for language in others
        ],
        "page_url": url,
        "language_links": renderings,
        "alternates": alternates(renderings, request),
        "pdf_url": "",
    }


def _column(html: str, language: Language) -> Column:
    parsed = BeautifulSoup(html, "html.parser")
    title, lead = parsed.select_one("article h1"), parsed.select_one("article .lead")
    text = parsed.select_one("article .reading__text")
    if not isinstance(title, Tag) or not isinstance(text, Tag):
        raise ValueError("The page has no title or no text.")
    # What they lead to, such as the list of terms, is not here.
    for link in text.select('a[href^="#"]'):
        if "term" in link.get_attribute_list("class"):
            link.unwrap()
        else:
            link.name = "span"
            del link["href"]
    sections: dict[str, list[str]] = {"lead": [f"<p>{lead.decode_contents()}</p>" if lead else ""]}
    key = "lead"
    for node in list(text.children):
        if isinstance(node, Tag):
            if node.has_attr("data-text-ends"):
                break
            if node.name == "h2":
                key = str(node.get("id") or len(sections))
            for named in [node, *node.find_all(id=True)]:
                # Both columns have them, and an id is there once.
                del named["id"]
        sections.setdefault(key, []).append(str(node))
    return Column(
        language=language,
        title=title.get_text(" ", strip=True),
        lang=str(title.get("lang") or language.html_lang),
        # Made by the page's own template a moment ago.
        sections={key: mark_safe("".join(parts).strip()) for key, parts in sections.items()},  # noqa: S308
    )
