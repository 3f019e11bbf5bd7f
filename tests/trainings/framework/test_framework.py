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
from portal.vocabulary.models import Institution
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import make_member
from tests.factories.pages import make_page
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_beneficiary, make_term
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


def completed(course, count, beneficiary, state="completed", members=None, **fields):
    training = make_page(TrainingPage, course, start=DAY, end=DAY)
    members = members or [make_member(beneficiary=beneficiary, **fields) for _ in range(count)]
    for member in members:
        Enrolment.objects.create(training=training, member=member, beneficiary=member.beneficiary, state=state)
    return members


def rows(client):
    page = BeautifulSoup(client.get(URL).content.decode(), "html.parser")
    for divided in page.select("main details"):
        divided.extract()
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


def office(name):
    return Institution.objects.create(beneficiary=make_beneficiary("AL"), type="other", name_en=name)


def divided(client):
    page = BeautifulSoup(client.get(URL).content.decode(), "html.parser")
    return [item.get_text(" ", strip=True) for item in page.select("main details li, main details p")]


def test_persons_are_divided_by_institution_and_small_numbers_cannot_be_worked_out(client, site_root):
    course = make_course("First", make_competence("Safety"))
    large, middle, small = office("Large"), office("Middle"), office("Small")
    completed(course, 8, "AL", institution=large)
    client.force_login(make_user(Group.objects.get(name=focal_points("AL"))))
    assert divided(client) == ["Large: 8"]
    completed(course, 6, "AL", institution=middle)
    completed(course, 3, "AL", institution=small)
    # The total is 17: with both others shown, it would tell the small one.
    assert divided(client) == ["Large: 8", "Middle: not shown", "Small: fewer than 5"]
    completed(course, 5, "AL")
    assert divided(client) == ["Large: 8", "Middle: 6", "Small: fewer than 5", "Of no institution: not shown"]


def test_a_member_reads_of_their_own_institution_alone(client, site_root):
    course = make_course("First", make_competence("Safety"))
    closed = make_course("Closed", make_competence("Planning"), restricted_to=make_group("A closed group"))
    own, other = office("Own"), office("Other")
    people = completed(course, 5, "AL", institution=own)
    completed(closed, 5, "AL", institution=own)
    completed(course, 3, "AL", institution=other)
    counted = {}
    for institution in (own, other, None):
        client.force_login(make_member(beneficiary="AL", institution=institution).user)
        counted[str(institution)] = rows(client)["Safety"][2:]
        assert divided(client) == []
    assert counted == {"Own": ["5"], "Other": ["fewer than 5"], "None": []}
    client.force_login(people[0].user)
    assert rows(client)["Planning"][2:] == ["–"]


def test_the_number_of_queries_does_not_grow(client, site_root):
    client.force_login(make_user(Group.objects.get(name=focal_points("AL"))))
    counts = []
    for number in (1, 2):
        for _ in range(number):
            one = make_competence(f"Competence {Competence.objects.count()}")
            completed(make_course("Course", one), 1, "AL", institution=office(one.key))
        client.get(URL)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(URL).status_code == 200
        counts.append(len(captured))
    assert counts == [19, 19]
