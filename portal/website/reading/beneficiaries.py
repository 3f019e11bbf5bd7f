"""The list of beneficiaries, and the page of each: practices, institutions, news, in that order for all six."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.pages.listing import article_context, home_link
from portal.website.models import BeneficiaryPage, NewsPage
from portal.website.queries.beneficiaries import beneficiary_links, institutions_of
from portal.website.queries.dated import dated_pages
from portal.website.reading.items import news_items
from search.documents.facets import FacetName
from search.queries.excerpt import newest
from search.queries.explained import explained

_PRACTICE = "good_practice"
_PRACTICES, _NEWS = 5, 4


def index_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    return {"trail_items": [home_link()], "items": beneficiary_links(request)}


def page_context(page: BeneficiaryPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    beneficiary = page.beneficiary
    parent = page.get_parent()
    chosen = {FacetName.TYPE: (_PRACTICE,), FacetName.BENEFICIARY: (beneficiary.code,)}
    practices = newest(request, _PRACTICES, chosen)
    news = news_items(dated_pages(NewsPage, request.user).filter(beneficiaries=beneficiary)[:_NEWS], request)
    article = article_context(page, context["localized"], context["canonical_url"], request, "")
    body = explained(article["body"], context["localized"].code)
    query = urlencode({FacetName.TYPE.value: _PRACTICE, FacetName.BENEFICIARY.value: beneficiary.code})
    return {
        **article,
        "body": body.texts,
        "page_terms": body.terms,
        "trail_items": [
            home_link(),
            {"label": _("Six Beneficiaries"), "url": parent.get_url(request) if parent is not None else ""},
        ],
        "practices": practices,
        "practices_url": f"{reverse('search:library')}?{query}",
        "institutions": institutions_of(beneficiary, current_reader().language),
        "news": news,
        "has_sample": page.is_sample
        or any(item["is_sample"] for item in news)
        or any(item.is_sample for item in practices.items),
    }
