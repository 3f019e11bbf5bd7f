"""What features put into the page frame."""

import pytest
from django.test import RequestFactory

from portal.core.registries import frame
from portal.core.registries.frame import Link, LinkGroup, MenuGroup

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


def test_what_belongs_together_is_one_entry_where_its_first_link_would_be():
    frame.register_menu(30, lambda request: [Link("Glossary", "/g/", current=True)], MenuGroup.LIBRARY)
    frame.register_menu(10, lambda request: [Link("Library", "/l/")], MenuGroup.LIBRARY)
    frame.register_menu(20, lambda request: [Link("Calendar", "/c/")])
    frame.register_menu(40, lambda request: [Link("Directory", "/d/")], MenuGroup.NETWORK)
    frame.register_menu(50, lambda request: [], MenuGroup.NETWORK)
    frame.register_menu(60, lambda request: [], MenuGroup.NEWS)
    library = LinkGroup("Library", [Link("Library", "/l/"), Link("Glossary", "/g/", current=True)])
    assert frame.main_menu(REQUEST) == [library, Link("Calendar", "/c/"), Link("Directory", "/d/")]
    assert library.current


def test_a_group_of_the_footer_without_links_is_left_out():
    frame.register_footer(20, lambda request: LinkGroup("Help", [Link("Contact", "/c/")]))
    frame.register_footer(10, lambda request: LinkGroup("Portal", []))
    frame.register_footer(15, lambda request: LinkGroup("About", [Link("The action", "/a/")]))
    assert [group.title for group in frame.footer_links(REQUEST)] == ["About", "Help"]


def test_a_source_is_asked_for_each_request():
    frame.register_beneficiaries(lambda request: [Link(request.path, request.path)])
    assert frame.beneficiary_links(RequestFactory().get("/sq/")) == [Link("/sq/", "/sq/")]
    assert frame.beneficiary_links(RequestFactory().get("/mk/")) == [Link("/mk/", "/mk/")]
