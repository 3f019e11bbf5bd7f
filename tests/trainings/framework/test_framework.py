"""The training framework: what everybody reads, and how many persons are counted for whom."""

import io
from datetime import date

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.accounts.roles import ADMINISTRATORS, EDITORS, focal_points
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import make_member
from tests.factories.pages import make_page
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_term
from trainings.models import Competence, CoursePage, Enrolment, TrainingPage

pytestmark = pytest.mark.django_db

URL = "/en/trainings/framework/"
DAY = date(2025, 5, 6)


def make_competence(name, area="safety", roles=("prison",)):
    one = Competence.objects.create(key=name.lower(), name_en=name, area=area)
    one.roles.set([make_term(FacetCode.AGENCY, role) for role in roles])
    return one


def make_course(headline, *builds, **fields):
    return make_page(CoursePage, headline_en=headline, builds=list(builds), **fields)


def completed(course, count, beneficiary, state="completed", members=None):
    training = make_page(TrainingPage, course, start=DAY, end=DAY)
    members = members or [make_member(beneficiary=beneficiary) for _ in range(count)]
    for member in members:
        Enrolment.objects.create(training=training, member=member, beneficiary=member.beneficiary, state=state)
    return members


def rows(client):
    page = BeautifulSoup(client.get(URL).content.decode(), "html.parser")
    return {
        row.th.find(string=True, recursive=False).strip(): [
            cell.get_text(" ", strip=True).removeprefix(cell.span.get_text(strip=True)).strip()
            for cell in row.select("td")
        ]
        for row in page.select("main tbody tr")
    }


def test_competences_with_who_needs_them_and_the_courses_that_build_them(client, site_root):
    safety = make_competence("Safety", roles=("prison", "probation"))
    make_competence("Planning", area="case_work", roles=())
    make_course("Calm course", safety)
    make_course("Other course")
    assert rows(client) == {"Planning": ["", "No course yet"], "Safety": ["prison probation", "Calm course"]}
    lines = openpyxl.load_workbook(io.BytesIO(client.get("/en/trainings/framework.xlsx").content)).active
    assert [list(line) for line in lines.iter_rows(values_only=True)] == [
        ["Competence", "Area", "Description", "prison", "probation", "Courses"],
        ["Planning", "Work with the person", None, None, None, None],
        ["Safety", "Safety", None, "needed", "needed", "Calm course"],
    ]


def test_a_closed_course_is_not_named(client, site_root):
    make_course("Secret course", make_competence("Safety"), restricted_to=make_group("A closed group"))
    for path in (URL, "/en/trainings/framework.xlsx"):
        assert b"Secret course" not in client.get(path).content
    assert rows(client)["Safety"][1] == "No course yet"


def test_persons_are_counted_once_for_focal_points_and_administrators(client, site_root):
    safety, planning = make_competence("Safety"), make_competence("Planning", area="case_work")
    first, second = make_course("First", safety), make_course("Second", safety, planning)
    people = completed(first, 6, "AL")
    completed(second, 0, "AL", members=people[:2])
    completed(second, 1, "AL")
    completed(second, 5, "AL", state="no_show")
    completed(first, 9, "RS")
    counted = {}
    for role in (focal_points("AL"), ADMINISTRATORS, EDITORS):
        client.force_login(make_user(Group.objects.get(name=role)))
        counted[role] = {name: cells[2:] for name, cells in rows(client).items()}
    assert counted == {
        focal_points("AL"): {"Planning": ["fewer than 5"], "Safety": ["7"]},
        ADMINISTRATORS: {"Planning": ["fewer than 5"], "Safety": ["16"]},
        EDITORS: {"Planning": [], "Safety": []},
    }


def test_the_number_of_queries_does_not_grow(client, site_root):
    client.force_login(make_user(Group.objects.get(name=focal_points("AL"))))
    counts = []
    for number in (1, 2):
        for _ in range(number):
            one = make_competence(f"Competence {Competence.objects.count()}")
            completed(make_course("Course", one), 1, "AL")
        client.get(URL)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(URL).status_code == 200
        counts.append(len(captured))
    assert counts == [18, 18]
