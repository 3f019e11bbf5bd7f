"""The answer behind the page: what it costs."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache

from portal.core.languages.catalogue import get_language
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import Standard
from search.lexicon.expansion import expand
from search.queries.choices import Choices
from search.queries.library import search_library
from search.queries.parameters import parse
from tests.factories.pages import make_page, make_practice
from tests.factories.people import make_user
from tests.factories.vocabulary import make_term


@pytest.fixture
def ask(site_root, build_index, rf):
    """Asks a library of several practices and standards; gives the number of what was found."""
    stages = [make_term(FacetCode.STAGE, "release"), make_term(FacetCode.STAGE, "custody")]
    for _ in range(4):
        make_practice(headline_en="Release plan", stages=stages)
        make_page(Standard, headline_en="Prison rules", stages=stages)
    build_index()
    # The lexicon is read when it changed, not with each search.
    expand(["words"], {"en": 1.0})

    def answer(address, user):
        cache.clear()
        request = rf.get(f"/en/library/{address}")
        choices = Choices.load()
        query = parse(request.GET, choices)
        reader = get_language("en")
        return search_library(query, choices=choices, user=user, reader=reader, request=request).total

    return answer


@pytest.mark.parametrize(
    ("address", "total", "queries"),
    [
        # Terms and beneficiaries, restrictions, addresses, the pages of each type, and what all are filed under.
        ("", 8, 7),
        # With words, also whether the lexicon changed, and for what was found, its files.
        ("?q=plan", 4, 8),
        ("?q=rules&stage=release&stage=custody", 4, 8),
        ("?q=nothing", 0, 4),
    ],
)
def test_queries_do_not_depend_on_how_much_is_found(ask, django_assert_num_queries, address, total, queries):
    with django_assert_num_queries(queries):
        assert ask(address, AnonymousUser()) == total


def test_somebody_signed_in_costs_one_query_more(ask, django_assert_num_queries):
    user = make_user("Members")
    with django_assert_num_queries(5):
        assert ask("?q=nothing", user) == 0
