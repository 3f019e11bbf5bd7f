"""The list of trainings: what is coming, then what is over."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import home_link
from portal.core.pages.narrowing import filter_field
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, terms_of
from search.queries.pagination import links_of
from trainings.queries.trainings import coming_trainings, narrowed, past_trainings, seats_of
from trainings.reading.words import item
from trainings.reporting.scope import reads_indicators

#: Coming trainings are few and all shown; past ones are looked up in pages of this many.
PAST_PAGE_SIZE = 20


def index_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    address = page.get_url(request) or ""
    offered = filters(request)
    chosen = {one["name"]: one["chosen"] for one in offered if one["chosen"]}
    codes = [(chosen[name],) if name in chosen else () for name in ("beneficiary", "topic", "language")]
    past = Paginator(narrowed(past_trainings(request.user, today), *codes), PAST_PAGE_SIZE)
    shown = past.get_page(request.GET.get("page"))
    # On further pages of what is over, what is coming need not be said again.
    coming = list(narrowed(coming_trainings(request.user, today), *codes)) if shown.number == 1 else []
    seats = seats_of(coming) if coming else {}
    items = {
        "coming": [item(training, request, seats.get(training.pk)) for training in coming],
        "past": [item(training, request) for training in shown],
    }

    return {
        **items,
        "trail_items": [home_link(), {"label": _("Trainings")}],
        "filters": offered,
        "address": address,
        "clear_url": address if chosen else "",
        "reads_indicators": reads_indicators(request.user),
        "page_number": shown.number,
        "page_links": links_of(shown, address, **chosen),
        "has_sample": any(one["is_sample"] for one in (*items["coming"], *items["past"])),
    }


def filters(request: HttpRequest) -> list[dict[str, Any]]:
    """What makes no sense is as if it had not been asked for."""
    reader = current_reader().language.code
    named = [(word.code, word.name) for word in beneficiary_words().values()]
    choices = (
        ("beneficiary", _("Beneficiary"), sorted(named, key=lambda pair: sort_key(pair[1], reader))),
        ("topic", _("Priority area"), [(word.code, word.label) for word in terms_of(FacetCode.PRIORITY_AREA)]),
        ("language", _("Languages spoken"), [(code, BY_CODE[code].native_name) for code in CONTENT_CODES]),
    )
    found = []
    for name, label, options in choices:
        asked = request.GET.get(name, "")
        found.append(filter_field(name, label, options, asked if asked in dict(options) else ""))
    return found
