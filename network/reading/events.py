"""The list of events and the page of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from network.calendar.reading import hours_there
from network.models import EventPage
from network.queries.events import coming_events, is_followed, past_events
from portal.core.languages.catalogue import BY_CODE
from portal.core.pages.listing import article_context, date_range, home_link, lang_beside, listed
from portal.core.rich_text.html import rich_text_html
from portal.vocabulary.classification import Classification
from search.queries.classification import classification_links
from search.queries.explained import explained
from search.queries.pagination import links_of

#: Coming events are few and all shown; past ones are looked up in pages of this many.
PAST_PAGE_SIZE = 20


def index_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    path = page.get_url(request) or ""
    past = Paginator(past_events(request.user, today), PAST_PAGE_SIZE).get_page(request.GET.get("page"))
    items = {
        # Past ones are listed below; on their further pages the coming ones need not be said again.
        "coming": [_item(event, request) for event in coming_events(request.user, today)] if past.number == 1 else [],
        "past": [_item(event, request) for event in past],
    }
    return {
        **items,
        "trail_items": [home_link()],
        "feed_url": path + page.reverse_subpage("feed"),
        "page_number": past.number,
        "page_links": links_of(past, path),
        "has_sample": any(item["is_sample"] for item in (*items["coming"], *items["past"])),
    }


def event_context(page: EventPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    parent = page.get_parent()
    back_url = parent.get_url(request) if parent is not None else ""
    localized, is_over = context["localized"], page.end < today
    texts = explained(
        [rich_text_html(localized.outcome) if is_over else "", rich_text_html(localized.agenda)], localized.code
    )
    others = [event for event in coming_events(request.user, today)[:4] if event.pk != page.pk][:3]
    return {
        **article_context(page, localized, context["canonical_url"], request, page.get_kind_display()),
        **classification_links(Classification(page)),
        "trail_items": [home_link(), {"label": _("Events"), "url": back_url}],
        "back_url": back_url,
        "outcome": texts.texts[0],
        "agenda": texts.texts[1],
        "page_terms": texts.terms,
        "days": date_range(page.start, page.end),
        "is_over": is_over,
        "hours": hours_there(page),
        "link": page.link if page.end >= today and not page.is_cancelled else "",
        "is_followable": page.end >= today and not page.is_cancelled,
        "is_followed": is_followed(page, request.user),
        "ics_url": (page.get_url(request) or "") + page.reverse_subpage("entry_ics"),
        "spoken": [
            {"label": BY_CODE[code].native_name, "lang": lang_beside(BY_CODE[code].html_lang)}
            for code in page.event_languages.split()
        ],
        "related_title": _("Next events"),
        "related": [listed(event, request, note=date_range(event.start, event.end)) for event in others],
    }


def _item(event: EventPage, request: HttpRequest) -> dict[str, Any]:
    """In the form of components/dated_item.html."""
    place = (event.card.place if event.card else "") or ""
    return listed(
        event,
        request,
        date=event.start,
        kind=event.get_kind_display(),
        place=place,
        text=date_range(event.start, event.end) if event.end != event.start else "",
        is_cancelled=event.is_cancelled,
    )
