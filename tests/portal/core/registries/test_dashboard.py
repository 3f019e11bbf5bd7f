"""What waits for people, from all features together."""

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.core.registries import dashboard
from portal.core.registries.dashboard import DashboardSection, Waiting, dashboard_sections, register_dashboard


@pytest.fixture(autouse=True)
def empty_registry(monkeypatch):
    monkeypatch.setattr(dashboard, "_sources", [])


def section(title, *things):
    items = [Waiting(thing, "/") for thing in things]
    return DashboardSection(title, title, items, len(items), "All", "/")


def test_sections_come_in_their_order_and_empty_ones_not_at_all(rf, django_user_model):
    register_dashboard(20, lambda _request: section("Later", "a"))
    register_dashboard(15, lambda _request: section("Empty"))
    register_dashboard(10, lambda _request: section("First", "b"))
    request = rf.get("/")
    request.user = django_user_model()
    assert [one.title for one in dashboard_sections(request)] == ["First", "Later"]


def test_nothing_is_asked_for_somebody_who_is_not_signed_in(rf):
    asked = []
    register_dashboard(10, asked.append)
    request = rf.get("/")
    request.user = AnonymousUser()
    assert (dashboard_sections(request), asked) == ([], [])
