"""Reading an address of the library: never an error, never more than was understood."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from search.documents.facets import FacetName
from search.engines.base import Sort
from search.queries.addresses import Addresses
from search.queries.parameters import MAX_PAGE, MAX_TEXT, LibraryQuery, parse

FIXTURE = [HealthCheck.function_scoped_fixture]


def test_nothing_asked_for(choices):
    assert parse(QueryDict(""), choices) == LibraryQuery("", {}, Sort.NEWEST, 1)


def test_everything_asked_for(choices):
    address = (
        "q=plan&type=standard&stage=release&stage=admission&beneficiary=XK&language=sq&year=2006&sort=oldest&page=3"
    )
    assert parse(QueryDict(f"{address}&sort=oldest&page=3"), choices) == LibraryQuery(
        text="plan",
        filters={
            FacetName.TYPE: ("standard",),
            FacetName.STAGE: ("admission", "release"),
            FacetName.BENEFICIARY: ("XK",),
            FacetName.LANGUAGE: ("sq",),
            FacetName.YEAR: ("2006",),
        },
        sort=Sort.OLDEST,
        page=3,
    )


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("  two   words\t\n", "two words"),
        ("nul\x00byte", "nul byte"),
        ("\x00", ""),
        ("\ud800", ""),
        ("x" * 5000, "x" * MAX_TEXT),
        (" " * 300 + "x", "x"),
    ],
)
def test_words(choices, asked, text):
    parameters = QueryDict(mutable=True)
    parameters["q"] = asked
    assert parse(parameters, choices).text == text


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("2", 2),
        ("0", 1),
        ("-1", 1),
        ("", 1),
        ("x", 1),
        ("1e3", 1),
        ("²", 1),
        ("٣", 1),
        ("10001", MAX_PAGE),
        ("9" * 6000, MAX_PAGE),
    ],
)
def test_pages(choices, asked, page):
    parameters = QueryDict(mutable=True)
    parameters["page"] = asked
    assert parse(parameters, choices).page == page


@pytest.mark.parametrize(
    ("address", "sort"),
    [
        ("", Sort.NEWEST),
        ("q=plan", Sort.RELEVANCE),
        ("sort=relevance", Sort.NEWEST),
        ("q=plan&sort=newest", Sort.NEWEST),
        ("q=plan&sort=sideways", Sort.RELEVANCE),
    ],
)
def test_orders(choices, address, sort):
    assert parse(QueryDict(address), choices).sort == sort


def test_unknown_values_are_dropped_and_known_ones_taken_once(choices):
    query = parse(QueryDict("stage=nowhere&stage=release&stage=release&area=pa9&type=STANDARD&colour=red"), choices)
    assert query.filters == {FacetName.STAGE: ("release",)}


def test_years_are_four_digits_of_this_or_the_last_century(choices):
    query = parse(QueryDict("year=2006&year=1987&year=206&year=20066&year=0001&year=x&year=3000"), choices)
    assert query.filters == {FacetName.YEAR: ("2006", "1987")}


@pytest.mark.parametrize(
    ("address", "narrowed"),
    [("", False), ("page=2", False), ("sort=newest", False), ("sort=oldest", True), ("q=x", True), ("year=2006", True)],
)
def test_whether_it_is_the_whole_library(choices, address, narrowed):
    assert parse(QueryDict(address), choices).is_narrowed is narrowed


NAMES = st.sampled_from(["q", "page", "sort", *(name.value for name in FacetName)])
VALUES = st.one_of(st.text(), st.sampled_from(["release", "AL", "standard", "2006", "oldest", "7"]))


@settings(suppress_health_check=FIXTURE)
@given(pairs=st.lists(st.tuples(NAMES, VALUES), max_size=12))
@example(pairs=[("q", "\ud800")])
def test_whatever_is_asked_is_read_and_its_own_address_means_the_same(choices, pairs):
    parameters = QueryDict(mutable=True)
    for name, value in pairs:
        parameters.appendlist(name, value)
    query = parse(parameters, choices)
    address = Addresses("/en/library/", query).of(query)
    assert parse(QueryDict(address.partition("?")[2]), choices) == query


@settings(suppress_health_check=FIXTURE)
@given(raw=st.binary(max_size=300))
def test_raw_query_strings_never_fail(choices, raw):
    query = parse(QueryDict(raw), choices)
    assert len(query.text) <= MAX_TEXT
    assert 1 <= query.page <= MAX_PAGE
