"""What features put on the page "My account", in one order."""

import pytest

from portal.core.registries import account
from portal.core.registries.account import AccountSection, account_sections, register_account_section


@pytest.fixture(autouse=True)
def empty_registry(monkeypatch):
    monkeypatch.setattr(account, "_sources", [])


def test_sections_come_in_the_order_of_their_places_and_what_one_has_not_got_is_left_out():
    register_account_section(30, lambda request: AccountSection("groups", "My groups", request))
    register_account_section(10, lambda request: AccountSection("sign-in", "Sign-in", request))
    register_account_section(20, lambda request: None)
    assert [(one.title, one.text) for one in account_sections("request")] == [
        ("Sign-in", "request"),
        ("My groups", "request"),
    ]
