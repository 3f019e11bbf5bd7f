"""Starter records: made once, kept up to date, never put over an editor's work."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.models.starter import StarterRecord
from portal.core.starter.batch import BatchLoader
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.vocabulary.models import Facet

pytestmark = pytest.mark.django_db


def write(facet, values):
    if values["label_en"] == "broken":
        raise BrokenRow("no good")
    facet = facet or Facet(code=values["code"])
    facet.label_en = values["label_en"]
    facet.save()
    return facet


def load(**labels):
    report = Report()
    with BatchLoader(
        kind="facet",
        existing={facet.code: facet for facet in Facet.objects.all()},
        current=lambda facet: {"code": facet.code, "label_en": facet.label_en},
        write=write,
        report=report,
    ) as batch:
        for code, label in labels.items():
            batch.load(code, {"code": code, "label_en": label})
    return report


def labels():
    return dict(Facet.objects.values_list("code", "label_en"))


def test_made_left_and_changed():
    assert load(stage="Stage", agency="Agency").lines() == ["facet: 2 made"]
    assert load(stage="Stages", agency="Agency").lines() == ["facet: 1 changed, 1 left alone"]
    assert labels() == {"stage": "Stages", "agency": "Agency"}


def test_an_editors_change_and_deletion_stay():
    load(stage="Stage", agency="Agency")
    Facet.objects.filter(code="stage").update(label_en="Phase")
    Facet.objects.get(code="agency").delete()
    assert load(stage="Stages", agency="Agencies").lines() == ["facet: 2 kept"]
    assert labels() == {"stage": "Phase"}


def test_a_record_that_an_editor_made_first_stays_unless_it_is_the_same():
    Facet.objects.create(code="stage", label_en="Phase")
    Facet.objects.create(code="agency", label_en="Agency")
    assert load(stage="Stage", agency="Agency").lines() == ["facet: 1 left alone, 1 kept"]
    assert load(stage="Stage", agency="Agencies").lines() == ["facet: 1 changed, 1 kept"]
    assert labels() == {"stage": "Phase", "agency": "Agencies"}


def test_an_editor_who_undoes_a_change_hands_the_record_back():
    load(stage="Stage")
    Facet.objects.update(label_en="Phase")
    load(stage="Stages")
    Facet.objects.update(label_en="Stage")
    assert load(stage="Stages").lines() == ["facet: 1 changed"]


def test_a_broken_row_is_named_and_leaves_nothing_behind():
    report = load(stage="broken", agency="Agency", target="x" * 200)
    assert report.lines()[0] in {"facet: 2 made, 1 broken", "facet: 1 made, 2 broken"}
    assert report.broken[0] == "facet stage: no good"
    assert labels()["agency"] == "Agency"
    assert "stage" not in labels()
    assert not StarterRecord.objects.filter(key="stage").exists()


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (BrokenRow("no such stage: halfway"), "no such stage: halfway"),
        (ValidationError(["too long", "empty"]), "too long; empty"),
        (ValidationError({"label": ["too long"]}), "label: too long"),
        (KeyError("label_en"), "“label_en” is missing"),
        (ValueError("not a date"), "cannot be read: not a date"),
    ],
)
def test_a_row_that_cannot_be_written_is_named_and_leaves_nothing_half_done(error, reason):
    def fails(facet, values):
        Facet.objects.create(code="half", label_en="half")
        raise error

    report = Report()
    with BatchLoader(kind="facet", existing={}, current=dict, write=fails, report=report) as batch:
        assert batch.load("stage", {"code": "stage", "label_en": "Stage"}) is None
    assert report.broken == [f"facet stage: {reason}"]
    assert labels() == {}
    assert StarterRecord.objects.count() == 0


def test_an_error_of_the_program_leaves_nothing_half_loaded():
    with (
        pytest.raises(ZeroDivisionError),
        BatchLoader(kind="facet", existing={}, current=dict, write=write, report=Report()) as batch,
    ):
        batch.load("stage", {"code": "stage", "label_en": "Stage"})
        raise ZeroDivisionError
    assert labels() == {}
    assert StarterRecord.objects.count() == 0


@pytest.mark.parametrize("number", [1, 3, 300])
def test_a_second_load_reads_what_was_loaded_once_however_many_there_are(number):
    wanted = {f"facet-{index}": "Facet" for index in range(number)}
    load(**wanted)
    with CaptureQueriesContext(connection) as queries:
        load(**wanted)
    assert [query["sql"].split()[0] for query in queries] == ["SELECT", "SAVEPOINT", "SELECT", "RELEASE"]
