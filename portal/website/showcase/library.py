"""Examples of lists and of what they are searched and narrowed by, and of forms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from portal.core.pages.links import LanguageLink
from portal.core.pages.narrowing import filter_field
from portal.website.showcase.example import (
    HERE,
    Example,
    current,
    empty,
    foreign,
    in_other_language,
    long,
    long_text,
    normal,
    sample,
    sentence,
    several,
    short,
    wrong,
)
from portal.website.showcase.form import untouched, with_errors
from search.queries.pagination import page_links

_EARLIER = date(2019, 1, 7)


def library_examples(links: list[LanguageLink]) -> dict[str, list[Example]]:
    other = in_other_language()
    languages = [link.language for link in links]
    facet, today = _facet(), timezone.localdate()
    return {
        "active_filters": [
            Example(
                normal(),
                {
                    "filters": [
                        {"label": short(), "url": HERE},
                        {"label": long(), "url": HERE},
                        {"label": other["text"], "lang": other["lang"], "url": HERE},
                    ],
                    "clear_url": HERE,
                },
            ),
            Example(empty(), {"filters": []}),
        ],
        "beneficiary_list": [
            Example(normal(), {"items": [{"label": text, "url": HERE} for text in (short(), sentence())]})
        ],
        "chip": [
            Example(normal(), {"label": short(), "url": HERE}),
            Example(_("remove"), {"label": short(), "url": HERE, "remove": True}),
            Example(long_text(), {"label": long(), "url": HERE}),
            Example(foreign(), {"label": other["text"], "lang": other["lang"], "url": HERE}),
        ],
        "dated_item": [
            Example(normal(), _dated(today, short()), "ol.dated"),
            Example(_("Another year"), _dated(_EARLIER, short()), "ol.dated"),
            Example(long_text(), _dated(today, long(), place=long(), text=long()), "ol.dated"),
            Example(sample(), _dated(today, short(), is_sample=True), "ol.dated"),
            Example(_("Cancelled"), _dated(today, short(), is_cancelled=True), "ol.dated"),
            Example(_("Postponed"), _dated(today, short(), is_postponed=True), "ol.dated"),
            Example(_("Today"), _dated(today, short(), is_today=True), "ol.dated"),
            Example(
                foreign(),
                _dated(_EARLIER, other["text"], title_lang=other["lang"], text=other["text"], text_lang=other["lang"]),
                "ol.dated",
            ),
        ],
        "empty": [
            Example(normal(), {"title": short(), "text": sentence(), "action_url": HERE, "action_label": short()}),
            Example(long_text(), {"title": long(), "text": long(), "action_url": HERE, "action_label": long()}),
            Example("level: 3", {"title": short(), "level": 3}),
        ],
        "error_summary": [
            Example(wrong(), {"form": with_errors()}),
            Example(empty(), {"form": untouched()}),
        ],
        "facet": [
            Example(normal(), {"facet": facet}),
            Example(_("Open"), {"facet": {**facet, "open": True}}),
            Example(
                _("not known"), {"facet": {**facet, "open": True, "choices": [{**facet["choices"][0], "count": None}]}}
            ),
        ],
        "facets": [Example(normal(), {"action": HERE, "facets": [facet, {**facet, "open": True}]})],
        "facets_link": [Example(normal(), {"count": 0}), Example(several(), {"count": 3})],
        "follow_search": [
            Example(normal(), {"feed_url": HERE}),
            Example(_("Signed in"), {"feed_url": HERE, "save_url": HERE}),
        ],
        "form_field": [
            *(Example(f"{normal()}: {field.name}", {"field": field}) for field in untouched()),
            *(Example(f"{wrong()}: {field.name}", {"field": field}) for field in with_errors()),
        ],
        "narrowing": [
            Example(normal(), {"filters": [_filter("a", short(), ""), _filter("b", short(), "2")], "address": HERE}),
            Example(
                current(),
                {
                    "filters": [_filter("c", short(), "1")],
                    "address": HERE,
                    "kept": [("year", "2026")],
                    "clear_url": HERE,
                },
            ),
            Example(long_text(), {"filters": [_filter("d", long(), "")], "address": HERE}),
        ],
        "news_item": [
            Example(normal(), {"item": _news(short())}, "ol.newslist"),
            Example(_("Without a picture"), {"item": _news(short(), picture=None)}, "ol.newslist"),
            Example(long_text(), {"item": _news(long(), summary=long())}, "ol.newslist"),
            Example(sample(), {"item": _news(short(), is_sample=True)}, "ol.newslist"),
            Example(
                foreign(),
                {
                    "item": _news(
                        other["text"], title_lang=other["lang"], summary=other["text"], summary_lang=other["lang"]
                    )
                },
                "ol.newslist",
            ),
        ],
        "pagination": [
            Example(current(), {"page": page_links(5, 12, lambda number: HERE)}),
            Example(empty(), {"page": page_links(1, 1, lambda number: HERE)}),
        ],
        "priority_card": [
            Example(normal(), {"number": 1, "title": short(), "url": HERE, "text": sentence(), "count": 12}, "ol.grid"),
            Example(long_text(), {"number": 2, "title": long(), "url": HERE, "text": long(), "count": 1}, "ol.grid"),
            Example(_("not known"), {"number": 3, "title": short(), "url": HERE}, "ol.grid"),
        ],
        "result": [
            Example(normal(), {"item": _result(short(), languages=languages[:2])}, "ol.results"),
            Example(
                long_text(),
                {
                    "item": _result(
                        long(),
                        summary=long(),
                        beneficiaries=[short()] * 6,
                        stages=[short()] * 3,
                        languages=languages,
                        evidence_label=long(),
                        outdated_review=True,
                    )
                },
                "ol.results",
            ),
            Example(sample(), {"item": _result(short(), is_sample=True)}, "ol.results"),
            Example(_("Members only"), {"item": _result(short(), restricted_label=_("Members only"))}, "ol.results"),
            Example(
                foreign(),
                {
                    "item": _result(
                        other["text"], title_lang=other["lang"], summary=other["text"], summary_lang=other["lang"]
                    )
                },
                "ol.results",
            ),
            Example(
                _("In the file"),
                {
                    "item": _result(
                        short(),
                        snippet_html=format_html("… <mark>{}</mark> {}", short(), sentence()),
                        file={
                            "title": long(),
                            "url": HERE,
                            "type_label": "PDF",
                            "place": "3",
                            "passage": format_html("<mark>{}</mark>", short()),
                        },
                    ),
                    "parts": [{"title": long(), "url": HERE}],
                },
                "ol.results",
            ),
            Example(
                _("Take off the list"),
                {"item": _result(short()), "off_form": "examples", "untyped": True},
                "ol.results",
            ),
        ],
        "search_notes": [
            Example(
                normal(),
                {
                    "suggestion": {"text": short(), "url": HERE},
                    "also": [{"label": short()}, {"label": other["text"], "lang": other["lang"]}],
                    "more_also": [{"label": long()}],
                    "only_url": HERE,
                },
            ),
            Example("wider_url", {"wider_url": HERE}),
            Example(empty()),
        ],
        "searchbox": [
            Example(normal(), {"action": HERE, "label": short()}),
            Example(long_text(), {"action": HERE, "label": short(), "value": long(), "accent": True}),
        ],
        "sort": [
            Example(
                current(),
                {"options": [{"label": short(), "url": HERE, "current": True}, {"label": long(), "url": HERE}]},
            )
        ],
    }


def _filter(name: str, label: str, chosen: str) -> dict[str, Any]:
    other = in_other_language()
    field = filter_field(name, label, [("1", short()), ("2", sentence())], chosen)
    return field | {"options": [*field["options"], ("3", other["text"], False, other["lang"])]}


def _facet() -> dict[str, Any]:
    other = in_other_language()
    return {
        "code": "example",
        "label": short(),
        "open": False,
        "choices": [
            {"value": "1", "label": short(), "count": 12, "checked": True},
            {"value": "2", "label": long(), "count": 0},
            {"value": "3", "label": other["text"], "lang": other["lang"], "count": 1},
        ],
    }


def _dated(day: date, title: str, **more: Any) -> dict[str, Any]:
    return {"date": day, "title": title, "url": HERE, "kind": short(), **more}


def _news(title: str, **more: Any) -> dict[str, Any]:
    picture = {"url": static("img/logo.svg"), "width": 234, "height": 156, "alt": ""}
    return {"title": title, "url": HERE, "date": _EARLIER, "summary": sentence(), "picture": picture, **more}


def _result(title: str, **more: Any) -> dict[str, Any]:
    return {
        "id": "example:1",
        "title": title,
        "url": HERE,
        "type_label": short(),
        "summary": sentence(),
        "stages": [short()],
        "date": _EARLIER,
        **more,
    }
