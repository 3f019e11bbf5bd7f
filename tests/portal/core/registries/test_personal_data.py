"""Who downloads their data gets all of it: every table that points at people is spoken for."""

from django.apps import apps
from django.conf import settings

from portal.core.registries import personal_data
from portal.core.registries.personal_data import Fact, PersonalData, models_spoken_for, register_personal_data
from portal.core.registries.personal_data import personal_data as held_about

#: Apps of the layers below the features; what a feature holds, its own tests ask.
LABELS = {"accounts", "members", "search"}


def test_every_table_that_points_at_people_is_spoken_for():
    people = {settings.AUTH_USER_MODEL, "members.Member"}
    pointing = {
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in LABELS
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model._meta.label in people
    }
    assert pointing - models_spoken_for() == set()


def test_in_the_order_of_the_positions(monkeypatch):
    monkeypatch.setattr(personal_data, "_sources", [])
    monkeypatch.setattr(personal_data, "_spoken_for", set())
    second = PersonalData("second", "Second", [[Fact("name", "Name", "Ana")]])
    first = PersonalData("first", "First", [])
    register_personal_data(2, lambda user: second, models=("app.Second",))
    register_personal_data(1, lambda user: first, models=("app.First",))
    assert held_about(None) == [first, second]
    assert models_spoken_for() == {"app.First", "app.Second"}
