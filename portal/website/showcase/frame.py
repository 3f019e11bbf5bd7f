"""Examples of what stands around every page."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.pages.links import LanguageLink, language_links_for_path
from portal.core.registries.account import AccountSection
from portal.core.registries.frame import Link, LinkGroup
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
    other_language,
    sentence,
    short,
)


def frame_examples(request: HttpRequest) -> dict[str, list[Example]]:
    reader = current_reader()
    links = language_links_for_path(request)
    there = [replace(link, ready=link.language != other_language()) for link in links]
    other = in_other_language()
    menu = [Link(short(), HERE, current=True), Link(long(), HERE), Link(_("News"), HERE)]
    levels = (constants.INFO, constants.SUCCESS, constants.WARNING, constants.ERROR)
    return {
        # The menus of the page's own context.
        "account_menu": [
            Example(_("Signed in"), within="div.site-top"),
            Example(_("Signed out"), {"user": AnonymousUser()}, "div.site-top"),
        ],
        "account_section": [
            Example(normal(), {"section": AccountSection("sample-1", short(), sentence(), menu[:1], short())}),
            Example(empty(), {"section": AccountSection("sample-2", short(), sentence())}),
            Example(
                _("Urgent"),
                {"section": AccountSection("sample-3", long(), long(), menu, long(), is_urgent=True)},
            ),
        ],
        "footer": [
            Example(normal()),
            Example(empty(), {"has_sample": False, "beneficiary_links": [], "footer_links": [], "funding_line": ""}),
            Example(long_text(), {"has_sample": True, "funding_line": long()}),
        ],
        # Read by programs only, and nothing that could stand in the middle of a page.
        "head_metadata": [],
        "header": [Example(normal())],
        "header_bare": [Example(normal(), {"reader": reader, "links": links, "site_name": short()})],
        "language_notice": [
            Example(normal(), {"notice": _notice(links, {})}),
            Example(long_text(), {"notice": _notice(links, {"headline": long(), "summary": long()})}),
        ],
        "language_switch": [
            Example(normal(), {"reader": reader, "links": links}, "div.site-top"),
            Example(_("not yet translated"), {"reader": reader, "links": there}, "div.site-top"),
        ],
        "logo": [Example(normal(), within="div.brand")],
        "main_menu": [
            Example(current(), {"items": [*menu, LinkGroup(short(), menu), LinkGroup(long(), menu[1:])]}),
            Example(empty(), {"items": []}),
        ],
        "messages": [
            Example(f"level: {constants.DEFAULT_TAGS[level]}", {"messages": [Message(level, text)]})
            for level in levels
            for text in (sentence(), long())
        ],
        "page_head": [
            Example(normal(), {"title": short(), "lead": sentence(), "year": 2026}),
            Example(long_text(), {"title": long(), "lead": long()}),
            Example(foreign(), {"title": other["text"], "lead": other["text"], "lang": other["lang"]}),
            Example(
                _("With a notice"),
                {"title": short(), "lead": sentence(), "notice": _notice(links, {"headline": long()})},
            ),
        ],
        "page_tools": [
            Example(normal()),
            Example(
                _("With everything"),
                {"pdf_url": HERE, "mail_link": HERE, "list_button": {"id": "example:1", "kept": False}},
            ),
            Example(current(), {"text_size": "2", "list_button": {"id": "example:1", "kept": True}}),
        ],
        "trail": [
            Example(normal(), {"items": [{"label": short(), "url": HERE}, {"label": _("News"), "url": HERE}]}),
            Example(current(), {"items": [{"label": short(), "url": HERE}, {"label": _("News")}]}),
            Example(long_text(), {"items": [{"label": long(), "url": HERE}, {"label": long(), "url": HERE}]}),
            Example(foreign(), {"items": [{"label": other["text"], "lang": other["lang"], "url": HERE}]}),
        ],
    }


def _notice(links: list[LanguageLink], overview: dict[str, str]) -> dict[str, object]:
    shown = other_language()
    return {
        "wanted": current_reader().language,
        "shown": shown,
        "overview": overview,
        "available": [replace(link, current=link.language == shown) for link in links[:3]],
    }
