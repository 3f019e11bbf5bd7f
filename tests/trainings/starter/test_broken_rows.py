"""A row that cannot be read is named, and the others load: whatever is wrong with it, in each file of trainings."""

import json
from functools import partial

import pytest

from portal.core.starter.report import Report
from tests.factories.pages import make_page
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion
from trainings.models import Competence, CoursePage, TrainingIndexPage, TrainingPage
from trainings.starter.competences import load_competences
from trainings.starter.courses import load_courses, load_training_index
from trainings.starter.evaluation import load_forms
from trainings.starter.runs import load_trainings

pytestmark = pytest.mark.usefixtures("site_root")

TEXTS = {"headline": {"en": "A headline"}, "summary": {"en": "A summary."}}


@pytest.fixture
def broken(tmp_path):
    """Loads rows from a file, and answers what the report names."""

    def load(loader, content):
        path = tmp_path / "rows.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        report = Report()
        loader(path, report=report)
        return report.broken

    return load


@pytest.fixture
def course():
    return make_page(CoursePage, slug="release-planning")


def competence_row(key, /, **changes):
    texts = {"name": {"en": "Listening"}, "description": {"en": "Listens."}}
    return {"key": key, "position": 1, "area": "safety", "roles": [], "review": [], **texts, **changes}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"key": None, "position": None}, "number 1: cannot be read"),
        ({"roles": ["astronauts"]}, "one: agencies: “astronauts” is unknown"),
        ({"area": "cooking"}, "one: area: Value 'cooking' is not a valid choice."),
        ({"name": {"sq": "Dëgjimi"}}, "one: no English name"),
    ],
)
def test_competences(broken, changes, reason):
    rows = [competence_row("one", **changes), "nonsense", competence_row("two")]
    nonsense, named = broken(load_competences, {"competences": rows})
    assert nonsense == "competence competences number 2: not an object"
    assert named.startswith(f"competence {reason}")
    assert list(Competence.objects.values_list("key", flat=True)) == ["two"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"headline": {}}, "one: no English title"),
        ({"hours": "many"}, "one: cannot be read"),
        ({"stages": ["moon"]}, "one: stages: “moon” is unknown"),
        ({"visibility": "secret"}, "one: visibility “secret” is unknown"),
        ({"slug": None, "key": ""}, "row 1: “slug” is missing"),
    ],
)
def test_courses(broken, changes, reason):
    make_page(TrainingIndexPage, slug="trainings")

    def row(key, /, **changes):
        return {"key": key, "slug": key, "hours": 8, **TEXTS, "objectives": {"en": "To plan."}, **changes}

    first = row("one", **changes)
    if first["slug"] is None:
        del first["slug"]
    nonsense, named = sorted(
        broken(partial(load_courses, builds={}), [first, row("two"), 7]), key=lambda one: "row 3" not in one
    )
    assert nonsense.startswith("trainings.coursepage row 3: cannot be read")
    assert named.startswith(f"trainings.coursepage {reason}")
    assert list(CoursePage.objects.values_list("slug", "live")) == [("two", True)]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"headline": {}}, "one: no English title"),
        ({"start": "soon"}, "one: cannot be read"),
        ({"capacity": "hall"}, "one: cannot be read"),
        ({"beneficiaries": ["ZZ"]}, "one: beneficiaries: “ZZ” is unknown"),
        ({"course": ""}, "row 1: names no course"),
    ],
)
def test_trainings(broken, course, changes, reason):
    def row(key, /, **changes):
        days = {"start": "2027-01-26", "end": "2027-01-29", "closes_on": "2027-01-08"}
        more = {"languages": ["sq"], "capacity": 16, "admission": "request"}
        return {"key": key, "slug": key, "course": course.slug, **TEXTS, **days, **more, **changes}

    rows = [row("one", **changes), row("two"), row("three", course="deleted-course"), []]
    nonsense, named = sorted(broken(load_trainings, rows), key=lambda one: "row 4" not in one)
    assert nonsense == "trainings.trainingpage row 4: names no course"
    assert named.startswith(f"trainings.trainingpage {reason}")
    assert list(TrainingPage.objects.values_list("slug", "live")) == [("two", True)]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": None}, "row 1: names no course or no kind"),
        ({"course": None}, "row 1: names no course or no kind"),
        ({"title": None}, "release-planning/reaction: cannot be read"),
        ({"questions": []}, "release-planning/reaction: asks nothing"),
    ],
)
def test_forms(broken, course, changes, reason):
    def row(kind, /, **changes):
        question = {"kind": "scale", "text": {"en": "How was it?"}}
        texts = {"title": {"en": "A form"}, "introduction": {"en": "Please."}}
        return {"course": course.slug, "kind": kind, **texts, "questions": [question], **changes}

    rows = [row("reaction", **changes), row("follow-up"), row("reaction", course="deleted-course"), "nonsense"]
    nonsense, named = sorted(broken(load_forms, rows), key=lambda one: "row 4" not in one)
    assert nonsense == "evaluationform row 4: names no course or no kind"
    assert named.startswith(f"evaluationform {reason}")
    assert list(EvaluationForm.objects.values_list("kind", flat=True)) == ["follow-up"]


def test_a_question_that_cannot_be_read_is_named_with_its_form_and_place(broken, course):
    questions = [{"kind": "scale"}, {"kind": "scale", "text": {"en": "How was it?"}}]
    form = {"course": course.slug, "kind": "reaction", "title": {"en": "A form"}, "introduction": {"en": "Please."}}
    assert broken(load_forms, [{**form, "questions": questions}]) == [
        "evaluationquestion release-planning/reaction/1: “text” is missing"
    ]
    assert list(EvaluationQuestion.objects.values_list("position", flat=True)) == [2]


@pytest.mark.parametrize(
    ("loader", "kind"),
    [
        (load_training_index, "trainings.trainingindexpage"),
        (load_competences, "competence"),
        (partial(load_courses, builds={}), "trainings.coursepage"),
        (load_trainings, "trainings.trainingpage"),
        (load_forms, "evaluationform"),
    ],
)
def test_a_file_that_is_no_json_is_named(broken, loader, kind):
    (named,) = broken(loader, "{")
    assert named.startswith(f"{kind} rows.json: ")
