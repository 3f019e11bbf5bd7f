"""Examples of what a page to read is made of."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.core.citing.citation import Citation
from portal.core.difference import differences
from portal.core.pages.links import LanguageLink
from portal.core.registries.dashboard import DashboardSection, Waiting
from portal.vocabulary.glossary.wording import Wording
from portal.website.continuum import ROLES, drawing, sides, who_acts
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
)

_DAY = date(2026, 12, 4)
_CODES = tuple(ROLES)


def page_examples(links: list[LanguageLink]) -> dict[str, list[Example]]:
    other = in_other_language()
    marks = [number in {3, 4} for number in range(7)]
    leads, takes_part = {"label": short(), "leads": True}, {"label": long(), "leads": False}
    steps = [{"title": short(), "text": _paragraph(sentence())}, {"title": "", "text": _paragraph(long())}]
    session = {"number": 1, "title": short(), "content": _paragraph(sentence()), "minutes": 45}
    term = {
        "identifier": "example",
        "url": HERE,
        "term": Wording(short()),
        "note": Wording(sentence()),
        "equivalents": [{"languages": [link.language], "text": short()} for link in links],
    }
    return {
        "actor": [
            Example(_("leads at this stage"), {"actor": leads}, "ul.stage__who"),
            Example(_("takes part"), {"actor": takes_part}, "ul.stage__who"),
        ],
        "attachment": [
            Example(normal(), {"file": _file(short())}, "ul.files"),
            Example(long_text(), {"file": _file(long())}, "ul.files"),
            Example(
                foreign(),
                {"file": _file(other["text"], language_lang=other["lang"], language_name=other["lang"], pages=12)},
                "ul.files",
            ),
        ],
        "badge": [
            Example(f"kind: {kind or '-'}", {"label": text, "kind": kind, "icon": icon})
            for kind, icon in (("", ""), ("plain", "lock"), ("sample", ""), ("bad", ""))
            for text in (short(), long())
        ],
        "citation": [
            Example(normal(), {"citation": _citation(short()), "url": HERE, "files": [{"label": "RIS", "url": HERE}]}),
            Example(foreign(), {"citation": _citation(other["text"]), "url": HERE, "lang": other["lang"]}),
        ],
        "concept_chips": [
            Example(normal(), {"concepts": [{"identifier": "x", "label": text} for text in (short(), long())]})
        ],
        "continuum": [
            Example(normal(), {"stages": _stages(), "drawing": drawing(_CODES)}),
            Example(
                long_text(),
                {"stages": _stages(long(), {"sentence": other["text"], "html_lang": other["lang"]}), "explained": True},
            ),
            Example(_("not known"), {"stages": _stages(count=None)}),
        ],
        "figure": [
            Example(normal(), {"picture": _picture()}),
            Example(long_text(), {"picture": _picture(caption=long(), credit=long())}),
            Example(foreign(), {"picture": _picture(caption=other["text"], lang=other["lang"])}),
        ],
        "difference": [
            Example(normal(), {"parts": differences(sentence(), f"{short()} {sentence()}")}),
            Example(long_text(), {"parts": differences(f"{short()} {long()}", f"{long()} {short()}")}),
        ],
        "glance_row": [
            Example(normal(), {"label": short(), "text": sentence()}, "dl.glance"),
            Example(long_text(), {"label": long(), "text": long()}, "dl.glance"),
            Example(_("Date"), {"label": short(), "date": _DAY}, "dl.glance"),
            Example("level", {"label": short(), "level": 3, "level_label": sentence()}, "dl.glance"),
            Example("stages", {"label": short(), "stages": marks, "text": sentence()}, "dl.glance"),
            Example(
                current(),
                {
                    "label": short(),
                    "values": [
                        {"label": short(), "url": HERE},
                        {"label": _("News"), "url": HERE, "current": True},
                        {"label": other["text"], "lang": other["lang"]},
                    ],
                },
                "dl.glance",
            ),
            Example(
                "is_wide",
                {"label": short(), "values": [{"label": long(), "url": HERE}] * 2, "is_wide": True},
                "dl.glance",
            ),
            Example(empty(), {"label": short()}, "dl.glance"),
        ],
        "icon": [Example(name, {"name": name}) for name in _ICONS],
        "languages_row": [
            Example(normal(), {"page_languages": links, "beside_url": HERE}, "dl.glance"),
            Example(_("One language"), {"page_languages": [one for one in links if one.current]}, "dl.glance"),
        ],
        "mini_continuum": [Example(normal(), {"stages": marks}), Example(empty(), {"stages": [False] * 7})],
        "notice": [
            Example(f"kind: {kind or '-'}", {"title": short(), "text": text, "kind": kind})
            for kind in ("", "accent", "ok", "bad")
            for text in (sentence(), long())
        ],
        "page_badges": [
            Example(normal(), {"kind_label": short(), "note": sentence()}),
            Example(sample(), {"kind_label": short(), "is_sample": True}),
            Example(_("Members only"), {"kind_label": short(), "is_restricted": True}),
            Example(empty()),
        ],
        "page_terms": [
            Example(normal(), {"terms": [term]}),
            Example(
                foreign(),
                {
                    "terms": [
                        {
                            **term,
                            "identifier": "foreign",
                            "term": Wording(other["text"], other["lang"]),
                            "note": Wording(other["text"], other["lang"]),
                        }
                    ]
                },
            ),
        ],
        "related_list": [
            Example(
                normal(),
                {"items": [{"title": short(), "url": HERE}, {"title": _("News"), "url": HERE, "note": sentence()}]},
            ),
            Example(long_text(), {"items": [{"title": long(), "url": HERE, "note": long(), "reason": long()}] * 2}),
            Example(sample(), {"items": [{"title": short(), "url": HERE, "is_sample": True}]}),
            Example(foreign(), {"items": [{"title": other["text"], "title_lang": other["lang"], "url": HERE}]}),
        ],
        "rule": [
            Example(normal(), {"part": _part(short(), sentence())}),
            Example(long_text(), {"part": _part(long(), long(), number="103-104", figure="103-104", level=4)}),
            Example(foreign(), {"part": _part(other["text"], other["text"], lang=other["lang"])}),
            Example(_("Number not confirmed"), {"part": _part(short(), "", unconfirmed=True, encloses=True)}),
            Example(
                several(),
                {"part": _part(short(), sentence(), practices=[{"title": long(), "url": HERE, "is_sample": True}])},
            ),
        ],
        "scale": [Example(f"level: {level}", {"level": level, "label": text}) for level, text in _levels()],
        "sessions_table": [
            Example(normal(), {"sessions": [session, {**session, "number": 2}], "total": 90, "caption": short()}),
            Example(
                foreign(),
                {"sessions": [{**session, "title": other["text"], "content": other["text"]}], "lang": other["lang"]},
            ),
        ],
        "stage_steps": [
            Example(
                normal(),
                {"marks": marks, "before": {"name": short(), "url": HERE}, "after": {"name": long(), "url": HERE}},
            ),
            Example(_("At the end"), {"marks": marks, "before": {"name": long(), "url": HERE}}),
        ],
        "steps": [Example(normal(), {"steps": steps})],
        "toc": [
            Example(
                normal(),
                {
                    "entries": [
                        {"anchor": "examples", "label": short()},
                        {"anchor": "examples", "label": long(), "level": 3},
                        {"anchor": "examples", "label": other["text"], "lang": other["lang"]},
                    ]
                },
            ),
            Example(empty(), {"entries": []}),
        ],
        "waiting": [
            Example(normal(), {"section": _waiting(short()), "today": _DAY}),
            Example(long_text(), {"section": _waiting(long(), day=_DAY, note=long()), "today": _DAY}),
            Example(_("Overdue"), {"section": _waiting(short(), day=date(2026, 12, 3)), "today": _DAY}),
            Example(sample(), {"section": _waiting(short(), is_sample=True), "today": _DAY}),
            Example(foreign(), {"section": _waiting(other["text"], title_lang=other["lang"]), "today": _DAY}),
        ],
    }


def _waiting(title: str, **more: Any) -> DashboardSection:
    return DashboardSection("waiting", short(), [Waiting(title, HERE, **more)], 1, long(), HERE)


_ICONS = (
    "search",
    "globe",
    "menu",
    "close",
    "print",
    "link",
    "lock",
    "download",
    "bookmark",
    "mail",
    "calendar",
    "arrow",
)


def _paragraph(text: str) -> SafeString:
    return format_html("<p>{}</p>", text)


def _file(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "url": HERE, "type_label": "PDF", "size": 1_234_567, "pages": 1, **more}


def _picture(**more: str) -> dict[str, Any]:
    return {"url": static("img/logo.svg"), "width": 330, "height": 100, "alt": short(), **more}


def _part(heading: str, text: str, **more: Any) -> dict[str, Any]:
    part = {"number": "33.7", "anchor": "examples", "url": "", "heading": heading, "text": text}
    if "figure" in more:
        part["word"] = short()
    return {**part, **more}


def _levels() -> list[tuple[int, str]]:
    return [(1, short()), (2, sentence()), (3, long()), (4, short())]


def _citation(title: str) -> Citation:
    return Citation(
        "example", short(), title, "", "2026-12-04", _("News"), "https://portal.example/en/", notes=(long(),)
    )


def _stages(name: str = "", description: dict[str, str] | None = None, count: int | None = 12) -> list[dict[str, Any]]:
    """The stages as they are, with these names for all of them if there is one."""
    return [
        {
            "code": code,
            "number": number,
            "name": name or short(),
            "side": side,
            "url": HERE,
            "count": count,
            "description": description,
            "who": who_acts(code),
        }
        for number, (code, side) in enumerate(zip(_CODES, sides(_CODES), strict=True), 1)
    ]
