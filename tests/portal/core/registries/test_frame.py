"""What features put into the page frame."""

import pytest
from django.test import RequestFactory

from portal.core.registries import frame
from portal.core.registries.frame import Link, LinkGroup

REQUEST = RequestFactory().get("/en/")


@pytest.fixture(autouse=True)
def empty_registry(monkeypatch):
    for name in ("_menu", "_beneficiaries", "_footer"):
        monkeypatch.setattr(frame, name, [])


def test_the_menu_follows_positions_not_the_order_of_the_apps():
    frame.register_menu(20, lambda request: [Link("News", "/en/news/")])
    frame.register_menu(10, lambda request: [Link("Library", "/en/library/"), Link("Standards", "/en/standards/")])
    frame.register_menu(30, lambda request: [])
    assert [link.label for link in frame.main_menu(REQUEST)] == ["Library", "Standards", "News"]


def test_equal_positions_keep_the_order_in_which_they_came():
    frame.register_menu(10, lambda request: [Link("B", "/b/")])
    frame.register_menu(10, lambda request: [Link("A", "/a/")])
    assert [link.label for link in frame.main_menu(REQUEST)] == ["B", "A"]


def test_a_group_of_the_footer_without_links_is_left_out():
    frame.register_footer(20, lambda request: LinkGroup("Help", [Link("Contact", "/c/")]))
    frame.register_footer(10, lambda request: LinkGroup("Portal", []))
    frame.register_footer(15, lambda request: LinkGroup("About", [Link("The action", "/a/")]))
    assert [group.title for group in frame.footer_links(REQUEST)] == ["About", "Help"]


def test_a_source_is_asked_for_each_request():
    frame.register_beneficiaries(lambda request: [Link(request.path, request.path)])
    assert frame.beneficiary_links(RequestFactory().get("/sq/")) == [Link("/sq/", "/sq/")]
    assert frame.beneficiary_links(RequestFactory().get("/mk/")) == [Link("/mk/", "/mk/")]
