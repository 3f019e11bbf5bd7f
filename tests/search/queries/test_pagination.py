"""Pages as links."""

import pytest

from search.queries.pagination import page_links


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
