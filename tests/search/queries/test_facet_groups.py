"""Filters beside the list."""

from search.documents.facets import FacetName
from search.queries.facet_groups import active_filters, facet_groups
from search.queries.parameters import LibraryQuery


def offered(groups):
    return {group.code: [(choice.value, choice.count, choice.checked) for choice in group.choices] for group in groups}


def test_stages_and_beneficiaries_are_complete_and_years_descend(choices):
    counts = {
        FacetName.STAGE: {"release": 3},
        FacetName.TYPE: {"standard": 3},
        FacetName.YEAR: {"2006": 1, "2020": 2},
        FacetName.LANGUAGE: {"sq": 3},
    }
    assert offered(facet_groups(LibraryQuery(), choices, counts)) == {
        "type": [("good_practice", 0, False), ("standard", 3, False)],
        "stage": [("admission", 0, False), ("release", 3, False)],
        "beneficiary": [("AL", 0, False), ("XK", 0, False)],
        "language": [("sq", 3, False)],
        "year": [("2020", 2, False), ("2006", 1, False)],
    }


def test_what_is_chosen_is_offered_even_at_zero(choices):
    query = LibraryQuery(filters={FacetName.LANGUAGE: ("en",), FacetName.YEAR: ("1999",)})
    groups = {group.code: group for group in facet_groups(query, choices, {FacetName.YEAR: {"2020": 1}})}
    assert offered(groups.values())["language"] == [("en", 0, True)]
    assert offered(groups.values())["year"] == [("2020", 1, False), ("1999", 0, True)]
    assert groups["language"].open
    assert groups["year"].open


def test_without_counts_everything_is_offered_and_nothing_numbered(choices):
    assert offered(facet_groups(LibraryQuery(), choices, None)) == {
        "type": [("good_practice", None, False), ("standard", None, False)],
        "stage": [("admission", None, False), ("release", None, False)],
        "beneficiary": [("AL", None, False), ("XK", None, False)],
        "language": [("en", None, False), ("sq", None, False)],
    }


def test_active_filters(choices):
    query = LibraryQuery(filters={FacetName.STAGE: ("admission", "release"), FacetName.YEAR: ("2006",)})
    assert [(one.name.value, one.value, one.label) for one in active_filters(query, choices)] == [
        ("stage", "admission", "Admission"),
        ("stage", "release", "Release"),
        ("year", "2006", "2006"),
    ]
