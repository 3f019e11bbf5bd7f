"""What the features have for a stage, in one order."""

import pytest

from portal.core.registries import stages
from portal.core.registries.stages import StageSection, register_stage_section, stage_sections


@pytest.fixture(autouse=True)
def empty_registry(monkeypatch):
    monkeypatch.setattr(stages, "_sources", [])


def section(title, *items):
    return StageSection(title.lower(), title, list(items), "All", "/all/")


def test_sections_come_in_the_order_of_their_places_and_empty_ones_not_at_all():
    register_stage_section(30, lambda request, stage: section("Events", {"title": stage}))
    register_stage_section(10, lambda request, stage: section("Groups", {"title": request}))
    register_stage_section(20, lambda request, stage: section("Trainings"))
    found = stage_sections("request", "release")
    assert [(one.title, one.items) for one in found] == [
        ("Groups", [{"title": "request"}]),
        ("Events", [{"title": "release"}]),
    ]
