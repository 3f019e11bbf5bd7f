"""What trainers read of the answers, and what nobody reads."""

import io

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_answer, make_enrolment, make_form, make_people, make_question, make_training
from trainings.evaluation.models import FormKind, QuestionKind
from trainings.evaluation.results import results_of

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def trainer(client):
    trainer = make_member()
    client.force_login(trainer.user)
    return trainer


def answered(trainer, values, **fields):
    """A training whose people gave these answers to a reaction form: a step of the scale and a text."""
    training = make_training(days=-2, capacity=9, trainers=[trainer])
    form = make_form(training, **fields)
    make_question(form)
    make_question(form, QuestionKind.TEXT)
    for member, given in zip(make_people(len(values)), values, strict=True):
        make_answer(make_enrolment(training, member), form, *given)
    return training


def main(client, training):
    response = client.get(f"/en/trainings/{training.pk}/results/")
    return BeautifulSoup(response.content.decode(), "html.parser").main


def cells(client, training, language="en"):
    response = client.get(f"/{language}/trainings/{training.pk}/results.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_two_anonymous_answers_are_shown_nowhere(client, trainer):
    training = answered(trainer, [(5, "Revealing"), (4, "Telling")])
    html = main(client, training)
    assert "Answered: 2 of 2" in html.get_text(" ", strip=True)
    file = cells(client, training)
    for page in (html.get_text(), str(file)):
        assert "Revealing" not in page and "Telling" not in page
    assert (html.select("table"), len(file)) == ([], 2)


def test_from_three_on_they_are_shown_without_names(client, trainer):
    training = answered(trainer, [(5, "First"), (4, "Second"), (4, "Third")])
    html = main(client, training)
    rows = [
        (row.th.get_text(" ", strip=True), *(cell.get_text() for cell in row.find_all("td")))
        for row in html.select(".answer-bars tbody tr")
    ]
    assert rows == [
        ("1 – Not at all", "0", "0 %"),
        ("2 – A little", "0", "0 %"),
        ("3 – Partly", "0", "0 %"),
        ("4 – Mostly", "2", "67 %"),
        ("5 – Fully", "1", "33 %"),
    ]
    assert [bar["width"] for bar in html.select(".answer-bar rect:last-child")] == ["0", "0", "0", "67", "33"]
    assert "mean 4.3" in html.get_text(" ", strip=True)
    assert sorted(item.get_text(strip=True) for item in html.select("ul li")) == ["First", "Second", "Third"]


def test_a_question_that_two_answered_is_not_shown_either(client, trainer):
    training = answered(trainer, [(5, "First"), (4, "Second"), (4, "Third")])
    form = training.get_parent().specific.evaluation_forms.get()
    make_question(form, QuestionKind.TEXT, is_required=False)
    sheet = form.sheets.order_by("pk").first()
    sheet.values[str(form.questions.last().pk)] = "Only me"
    sheet.save()
    assert "Only me" not in main(client, training).get_text()


def test_texts_with_a_name_and_points_before_and_after(client, trainer):
    training = make_training(days=-2, trainers=[trainer])
    before, after = make_form(training, FormKind.PRE), make_form(training, FormKind.POST, pass_mark=50)
    for form in (before, after):
        make_question(form, QuestionKind.ONE)
    comment = make_question(after, QuestionKind.TEXT)
    ana = make_enrolment(training, make_member(user=make_user(first_name="Ana", last_name="Member")))
    make_answer(ana, before, 1)
    make_answer(ana, after, 2, "=1+1")
    html = main(client, training)
    scores = html.select_one("[aria-labelledby=scores] tbody tr")
    assert [cell.get_text(" ", strip=True) for cell in scores.find_all(["th", "td"])] == [
        "Ana Member",
        "0\xa0%",
        "100\xa0%",
    ]
    assert "1 has passed" in html.get_text(" ", strip=True)
    file = cells(client, training)
    assert file[0] == ["Form", "Question", "Answer", "Number", "Percent", "Attempts"]
    assert ["What do you think?", comment.text, "Ana Member: =1+1", "", "", ""] in file
    assert ["What do you think?", "Points", "Ana Member", "1/1", "100", "1"] in file


def test_the_file_has_the_status_footnote_and_no_formula(client, trainer):
    training = answered(trainer, [(5, "=1+1"), (4, "Kosovo"), (4, "Third")])
    file = cells(client, training)
    assert [row[2] for row in file if "1+1" in row[2]] == ["'=1+1"]
    assert [row[2] for row in file if "Kosovo" in row[2]] == ["Kosovo*"]
    assert file[-1][0].startswith("* ")


def test_a_question_that_was_reworded_says_so(client, trainer):
    training = answered(trainer, [(5, "First"), (4, "Second"), (4, "Third")])
    question = training.get_parent().specific.evaluation_forms.get().questions.first()
    question.text_en = "Another wording?"
    question.save()
    assert "reworded on" in main(client, training).get_text(" ", strip=True)


def test_for_everybody_else_there_is_nothing(client):
    training = make_training(days=-2, trainers=[make_member()])
    make_form(training, title_en="Secret form")
    client.force_login(make_enrolment(training).member.user)
    for address in ("results/", "results.xlsx"):
        response = client.get(f"/en/trainings/{training.pk}/{address}")
        assert (response.status_code, "Secret form" in response.content.decode()) == (404, False)


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(trainer, count, django_assert_num_queries):
    training = answered(trainer, [(5, "Text")] * count, is_anonymous=False)
    with django_assert_num_queries(5):
        results_of(training)


def test_the_forms_are_found_from_their_results(client, trainer):
    training = make_training(days=-2, trainers=[trainer])
    make_form(training)
    in_the_administration = reverse("wagtailsnippets_trainings_evaluationform:list")
    html = main(client, training)
    assert client.get(html.find("a", string="Forms of the course")["href"]).status_code == 200
    assert html.find("a", href=in_the_administration) is None
    client.force_login(make_user(is_superuser=True))
    assert main(client, training).find("a", href=in_the_administration).get_text() == "Forms in the administration"
