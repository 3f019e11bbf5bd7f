"""The home page: what waits for oneself, search, the continuum, priority areas, what is new and what is coming."""

from __future__ import annotations

from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.pages.dated import dated_line, when
from portal.core.pages.listing import lang_beside, listed
from portal.core.pages.places import place_url
from portal.core.registries.calendar import coming
from portal.core.registries.dashboard import dashboard_sections
from portal.vocabulary.classification import beneficiaries_of
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import BeneficiaryWord, beneficiary_words, terms_of
from portal.website.models import NewsPage
from portal.website.priority_areas import DESCRIPTIONS
from portal.website.queries.beneficiaries import beneficiary_links
from portal.website.reading.continuum import figure
from search.documents.facets import FacetName
from search.queries.classification import library_url
from search.queries.counts import LibraryCounts, library_counts
from search.queries.excerpt import newest
from search.queries.results import ResultItem

#: Searches to try, with the `lang` of their words: they show that any language and both scripts will do.
EXAMPLES = (
    ("release plan", "en"),
    ("vlerësimi i riskut", "sq"),
    ("podrška porodici", "bs"),
    ("условен отпуст", "mk"),
    ("повереник", "sr-Cyrl"),
)

_NEWS, _PRACTICES, _COMING = 3, 2, 3


def home_context(request: HttpRequest) -> dict[str, Any]:
    counts = library_counts(request.user)
    new = _whats_new(request)
    today = timezone.localdate()
    entries = coming(request.user, current_reader().language, today, _COMING)
    waiting = dashboard_sections(request)
    return {
        "today": today,
        "waiting": waiting,
        "library_url": reverse("search:library"),
        "examples": _examples(),
        "figure": figure(counts),
        "areas": _areas(counts),
        "new": new,
        "news_url": place_url(request, "website.newsindexpage"),
        "coming": [dated_line(entry, today, when(entry)) for entry in entries],
        "events_url": place_url(request, "network.eventindexpage"),
        "beneficiaries": beneficiary_links(request),
        "has_sample": any(item["is_sample"] for item in new)
        or any(entry.is_sample for entry in entries)
        or any(item.is_sample for section in waiting for item in section.items),
    }


def _examples() -> list[dict[str, str]]:
    library = reverse("search:library")
    return [
        {"label": words, "lang": lang_beside(lang), "url": f"{library}?{urlencode({'q': words})}"}
        for words, lang in EXAMPLES
    ]


def _areas(counts: LibraryCounts) -> list[dict[str, Any]]:
    """The priority areas for their cards. Unknown counts are None."""
    return [
        {
            "number": number,
            "title": term.label,
            "text": DESCRIPTIONS.get(term.code, ""),
            "url": library_url(FacetName.AREA, term.code),
            "count": counts.areas.get(term.code, 0) if counts.known else None,
        }
        for number, term in enumerate(terms_of(FacetCode.PRIORITY_AREA), 1)
    ]


def _whats_new(request: HttpRequest) -> list[dict[str, Any]]:
    """The newest news and practices, newest first, in the form of components/dated_item.html."""
    news = list(NewsPage.objects.listed_for(request.user).order_by("-date", "-pk")[:_NEWS])
    named = beneficiaries_of(news)
    items = [_news_item(page, named.get(page.pk, []), request) for page in news]
    items += [_practice_item(item) for item in _newest_practices(request)]
    return sorted(items, key=itemgetter("date"), reverse=True)


def _newest_practices(request: HttpRequest) -> list[ResultItem]:
    excerpt = newest(request, _PRACTICES, {FacetName.TYPE: ("good_practice",)})
    return [item for item in excerpt.items if item.date is not None]


def _news_item(page: NewsPage, named: list[BeneficiaryWord], request: HttpRequest) -> dict[str, Any]:
    item = listed(page, request, date=page.date, kind=_("News"))
    everybody = len(named) == len(beneficiary_words())
    place = _("all Beneficiaries") if everybody else ", ".join(one.name for one in named)
    return {**item, "place": place, "text": item["summary"], "text_lang": item["summary_lang"]}


def _practice_item(item: ResultItem) -> dict[str, Any]:
    return {
        "date": item.date,
        "title": item.title,
        "title_lang": item.title_lang,
        "url": item.url,
        "kind": item.type_label,
        "place": ", ".join(item.beneficiaries),
        "text": item.summary,
        "text_lang": item.summary_lang,
        "is_sample": item.is_sample,
    }
