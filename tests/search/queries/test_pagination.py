"""Pages as links."""

import pytest
from django.core.paginator import Paginator

from search.queries.pagination import links_of, page_links


def shown(number, last):
    return [link.number for link in page_links(number, last, str).pages]


@pytest.mark.parametrize(
    ("number", "last", "pages"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 5, [1, 2, None, 5]),
        (3, 5, [1, 2, 3, 4, 5]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (9, 9, [1, None, 8, 9]),
        (4, 9, [1, 2, 3, 4, 5, None, 9]),
    ],
)
def test_first_last_and_neighbours(number, last, pages):
    assert shown(number, last) == pages


def test_links():
    links = page_links(2, 3, lambda number: f"?page={number}")
    assert [(link.url, link.current) for link in links.pages] == [
        ("?page=1", False),
        ("?page=2", True),
        ("?page=3", False),
    ]
    assert (links.previous_url, links.next_url) == ("?page=1", "?page=3")


def test_nothing_before_the_first_or_after_the_last():
    links = page_links(1, 1, str)
    assert (links.previous_url, links.next_url) == ("", "")


def test_parts_of_a_list_keep_what_it_is_narrowed_by_and_the_first_has_no_number():
    links = links_of(Paginator(range(50), 20).page(2), "/en/groups/", beneficiary="AL", topic="")
    assert [link.url for link in links.pages] == [
        "/en/groups/?beneficiary=AL",
        "/en/groups/?beneficiary=AL&page=2",
        "/en/groups/?beneficiary=AL&page=3",
    ]
