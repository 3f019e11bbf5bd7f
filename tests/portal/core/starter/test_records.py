"""Starter records: made once, kept up to date, never put over an editor's work."""

import pytest
from django.core.exceptions import ValidationError

from portal.core.models.starter import StarterRecord
from portal.core.starter.records import BrokenRow, fingerprint, load_record
from portal.core.starter.report import Outcome, Report
from portal.vocabulary.models import Concept

pytestmark = pytest.mark.django_db


def load(values, key="prison", write=None):
    """Loads one concept and answers with what became of it."""
    report = Report()

    def make(existing, wanted):
        concept = existing or Concept(identifier=key)
        concept.label_en = wanted["label_en"]
        concept.save()
        return concept

    record = load_record(
        kind="concept",
        key=key,
        values=values,
        find=lambda: Concept.objects.filter(identifier=key).first(),
        current=lambda concept: {"label_en": concept.label_en},
        write=write or make,
        report=report,
    )
    (outcome,) = report.counts["concept"]
    return outcome, record, report


def label():
    return Concept.objects.get(identifier="prison").label_en


def test_made_then_left_alone():
    assert load({"label_en": "prison"})[0] == Outcome.MADE
    assert load({"label_en": "prison"})[0] == Outcome.LEFT
    assert label() == "prison"
    assert StarterRecord.objects.count() == 1


def test_what_nobody_edited_is_brought_up_to_date():
    load({"label_en": "prison"})
    assert load({"label_en": "custodial facility"})[0] == Outcome.CHANGED
    assert label() == "custodial facility"


def test_what_somebody_edited_is_kept():
    load({"label_en": "prison"})
    Concept.objects.update(label_en="our word")
    assert load({"label_en": "custodial facility"})[0] == Outcome.KEPT
    assert label() == "our word"


def test_an_edit_that_says_what_the_starter_says_counts_as_the_starters():
    load({"label_en": "prison"})
    Concept.objects.update(label_en="custodial facility")
    assert load({"label_en": "custodial facility"})[0] == Outcome.LEFT
    assert load({"label_en": "penal institution"})[0] == Outcome.CHANGED


def test_what_was_there_before_the_starter_is_kept():
    Concept.objects.create(identifier="prison", label_en="our word")
    assert load({"label_en": "prison"})[0] == Outcome.KEPT
    assert label() == "our word"


def test_what_was_deleted_stays_deleted():
    load({"label_en": "prison"})
    Concept.objects.all().delete()
    outcome, record, _ = load({"label_en": "prison"})
    assert (outcome, record, Concept.objects.count()) == (Outcome.KEPT, None, 0)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (BrokenRow("no such stage: halfway"), "no such stage: halfway"),
        (ValidationError(["too long", "empty"]), "too long; empty"),
        (KeyError("label_en"), "label_en"),
        (ValueError("not a date"), "not a date"),
    ],
)
def test_a_broken_row_is_named_and_leaves_nothing_half_done(error, reason):
    def fails(existing, values):
        Concept.objects.create(identifier="half", label_en="half")
        raise error

    outcome, record, report = load({"label_en": "prison"}, write=fails)
    assert (outcome, record) == (Outcome.BROKEN, None)
    assert report.broken[0].startswith("concept prison: ")
    assert reason in report.broken[0]
    assert not Concept.objects.exists()
    assert not StarterRecord.objects.exists()


def test_other_errors_are_not_hidden():
    def fails(existing, values):
        raise RuntimeError("a fault of the program")

    with pytest.raises(RuntimeError):
        load({"label_en": "prison"}, write=fails)


def test_a_fingerprint_does_not_depend_on_order():
    assert fingerprint({"a": 1, "b": ["x", "y"]}) == fingerprint({"b": ["y", "x"], "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
    assert fingerprint({"a": None}) != fingerprint({"a": ""})
