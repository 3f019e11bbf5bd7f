"""Addresses within the library: one thing changes, the rest stays."""

from urllib.parse import parse_qsl, urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.documents.facets import FacetName
from search.engines.base import Sort
from search.queries.addresses import Addresses, pairs_of
from search.queries.parameters import LibraryQuery, parse

QUERY = LibraryQuery(
    text="два слова",
    filters={FacetName.TYPE: ("standard",), FacetName.STAGE: ("admission", "release")},
    sort=Sort.OLDEST,
    page=3,
)
WORDS = "q=%D0%B4%D0%B2%D0%B0+%D1%81%D0%BB%D0%BE%D0%B2%D0%B0"


@pytest.fixture
def addresses():
    return Addresses("/en/library/", QUERY)


def test_the_whole_library_has_the_bare_address():
    assert Addresses("/en/library/", LibraryQuery()).of(LibraryQuery()) == "/en/library/"


def test_another_page_keeps_everything(addresses):
    assert addresses.page(4) == f"/en/library/?{WORDS}&type=standard&stage=admission&stage=release&sort=oldest&page=4"
    assert addresses.page(1) == f"/en/library/?{WORDS}&type=standard&stage=admission&stage=release&sort=oldest"


def test_one_filter_less(addresses):
    assert (
        addresses.without(FacetName.STAGE, "release")
        == f"/en/library/?{WORDS}&type=standard&stage=admission&sort=oldest"
    )
    assert (
        addresses.without(FacetName.TYPE, "standard")
        == f"/en/library/?{WORDS}&stage=admission&stage=release&sort=oldest"
    )


def test_no_filters(addresses):
    assert addresses.without_filters() == f"/en/library/?{WORDS}&sort=oldest"


def test_another_order_begins_at_the_first_page(addresses):
    assert addresses.sorted_by(Sort.RELEVANCE) == f"/en/library/?{WORDS}&type=standard&stage=admission&stage=release"


def test_other_words(addresses):
    assert addresses.searching("a&b") == "/en/library/?q=a%26b&type=standard&stage=admission&stage=release&sort=oldest"


def test_what_the_forms_keep(addresses):
    filters = [("type", "standard"), ("stage", "admission"), ("stage", "release")]
    assert addresses.hidden_in_search() == [*filters, ("sort", "oldest")]
    assert addresses.hidden_in_filters() == [("q", "два слова"), ("sort", "oldest")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["q", "type", "stage", "year", "sort", "also", "page"]),
        st.one_of(st.sampled_from(["standard", "release", "2006", "oldest", "newest", "off"]), st.text(max_size=300)),
    )
)
def test_what_was_understood_is_written_and_read_again(choices, parameters):
    """Saved searches are kept so, and asked only if nothing got lost."""
    query = parse(QueryDict(urlencode(parameters, errors="replace")), choices)
    written = urlencode(pairs_of(query))
    again = parse(QueryDict(written), choices)
    assert pairs_of(again) == pairs_of(query) == parse_qsl(written)
