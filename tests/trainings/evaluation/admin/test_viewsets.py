"""Forms, questions and competences in the administration."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories.people import make_user
from tests.factories.trainings import make_form, make_question, make_training
from trainings.evaluation.models import FormKind
from trainings.models import Competence

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, site_root):
    client.force_login(make_user(is_superuser=True))
    return client


def test_the_lists_show_what_a_specialist_should_still_check(editor):
    form = make_form(make_training(), review_languages="sq")
    make_question(form, review_languages="sq")
    Competence.objects.create(key="listening", name_en="Listening", area="safety", review_languages="sq")
    for name, shown in (
        ("evaluationform", "What do you think?"),
        ("evaluationquestion", "Question 1?"),
        ("competence", "Listening"),
    ):
        answer = editor.get(reverse(f"wagtailsnippets_trainings_{name}:list"))
        assert shown in BeautifulSoup(answer.content.decode(), "html.parser").select_one("tbody").get_text()


def test_how_often_a_test_may_be_taken_is_kept_and_bounded(editor):
    form = make_form(make_training(), FormKind.POST, pass_mark=60)
    address = reverse("wagtailsnippets_trainings_evaluationform:edit", args=[form.pk])
    page = BeautifulSoup(editor.get(address).content.decode(), "html.parser")
    fields = page.select("main form [name]")
    data = {one["name"]: one.get("value") or one.get_text() for one in fields if one.name != "select"}
    data |= {"course": str(form.course_id), "kind": "post-test", "is_anonymous": ""}
    data = {name: value for name, value in data.items() if name not in {"is_needed", "review_languages"}}
    refused = editor.post(address, data | {"attempts": "11"})
    assert "less than or equal to 10" in refused.content.decode()
    editor.post(address, data | {"attempts": "2"})
    form.refresh_from_db()
    assert (form.attempts, form.pass_mark) == (2, 60)
