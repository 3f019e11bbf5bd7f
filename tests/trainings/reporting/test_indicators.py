"""What is counted, for whom, and that nobody can be made out."""

import csv
import io
from datetime import date, timedelta

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.accounts.roles import ADMINISTRATORS, EDITORS, TRAINERS, focal_points
from portal.members.services.leaving import leave
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import make_member
from tests.factories.people import make_group, make_user
from tests.factories.trainings import make_answer, make_form, make_question, make_session, make_training
from tests.factories.vocabulary import make_beneficiary, make_term
from trainings.evaluation.models import AnswerSheet, EvaluationForm, FormKind, QuestionKind
from trainings.models import Attendance, Enrolment

pytestmark = pytest.mark.django_db

URL = "/en/trainings/indicators/"
DAY = date(2025, 5, 6)


def took_part(training, member, sessions=(), state="confirmed"):
    """An enrolment as it stands after a training."""
    enrolment = Enrolment.objects.create(
        training=training, member=member, beneficiary=member.beneficiary, institution=member.institution, state=state
    )
    Attendance.objects.bulk_create(Attendance(session=one, enrolment=enrolment) for one in sessions)
    return enrolment


def given(day=DAY, **fields):
    """A training that was given on a day: three hours in the morning, two in the afternoon."""
    sessions = [make_session(day, 9, 12), make_session(day, 13, 15)]
    return make_training(start=day, end=day, sessions=sessions, **fields), sessions


@pytest.fixture
def world(site_root):
    """Six women of Albania in both trainings, seven men of Serbia in the first, and what must not be counted."""
    make_beneficiary("MK")
    area = make_term(FacetCode.PRIORITY_AREA, "risk")
    first, (morning, afternoon) = given(priority_areas=[area])
    second, sessions = given(DAY + timedelta(days=90), follows=first)
    women = [make_member(beneficiary="AL", gender="woman", position="Officer") for _ in range(6)]
    men = [make_member(beneficiary="RS", gender="man", position="officer") for _ in range(7)]
    for one in women:
        took_part(first, one, [morning, afternoon], "completed")
        took_part(second, one, sessions[:1])
    for one in men:
        took_part(first, one, [morning])
    # Came to nothing: not there, given back, cancelled, still to come.
    took_part(first, make_member(beneficiary="MK"), state="no_show")
    took_part(first, make_member(beneficiary="MK"))
    took_part(first, make_member(beneficiary="MK"), [morning], "withdrawn")
    cancelled, held = given(is_cancelled=True)
    took_part(cancelled, men[0], held, "completed")
    coming, later = given(timezone.localdate() + timedelta(days=9))
    took_part(coming, men[0], later)
    return first


@pytest.fixture
def administrator(client):
    client.force_login(make_user(Group.objects.get(name=ADMINISTRATORS)))
    return client


def page(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main


def totals(answer):
    return [one.get_text(strip=True) for one in page(answer).select(".indicator-totals dd")]


def table(answer, key):
    rows = page(answer).select(f"[role=region][aria-labelledby=by-{key}] tbody tr")
    return {
        row.th.get_text(strip=True): [cell.get_text(strip=True) for cell in row.select("td[data-label]")]
        for row in rows
    }


def test_the_numbers_worked_out_by_hand(administrator, world):
    answer = administrator.get(URL)
    # 6 women and 7 men; 6 + 6 + 7 times; women 6 × (5 + 3) hours, men 7 × 3; 6 of 6 + 6 + 7 + 2 places.
    assert totals(answer) == ["2", "13", "19", "69", "29\xa0%"]
    assert table(answer, "beneficiary") == {
        "Albania": ["2", "6", "12", "48", "50\xa0%"],
        "Serbia": ["1", "7", "7", "21", "0\xa0%"],
    }
    assert table(answer, "gender") == {
        "Woman": ["2", "6", "12", "48", "50\xa0%"],
        "Man": ["1", "7", "7", "21", "0\xa0%"],
    }
    assert table(answer, "position") == {"officer": ["–", "13", "19", "69", "32\xa0%"]}
    assert table(answer, "area") == {
        "risk": ["1", "13", "13", "51", "40\xa0%"],
        "None named": ["1", "6", "6", "18", "0\xa0%"],
    }
    assert list(table(answer, "cascade").values()) == [
        ["1", "13", "13", "51", "40\xa0%"],
        ["1", "6", "6", "18", "0\xa0%"],
    ]
    assert table(answer, "year") == {"2025": ["2", "13", "19", "69", "29\xa0%"]}


def test_it_is_narrowed_by_time_beneficiary_and_topic(administrator, world):
    assert totals(administrator.get(URL + "?since=2025-06-01"))[:3] == ["1", "6", "6"]
    assert totals(administrator.get(URL + "?until=2025-05-31"))[:3] == ["1", "13", "13"]
    assert totals(administrator.get(URL + "?beneficiary=RS"))[:3] == ["1", "7", "7"]
    assert totals(administrator.get(URL + "?topic=risk&beneficiary=AL"))[:3] == ["1", "6", "6"]
    empty = administrator.get(URL + "?since=2024-01-01&until=2024-12-31")
    assert (totals(empty), "Nobody took part" in page(empty).get_text()) == ([], True)


def test_what_cannot_be_read_is_said_and_kept(administrator, world):
    answer = administrator.get(URL + "?since=someday&until=2025-05-31&beneficiary=XX")
    errors = page(answer).select_one(".notice--bad").get_text(" ", strip=True)
    assert ("From: Enter a valid date." in errors, "Beneficiary of the participants:" in errors) == (True, True)
    assert page(answer).select_one("[name=since]")["value"] == "someday"
    assert totals(answer) == []
    assert administrator.get("/en/trainings/indicators.csv?since=someday").url == URL + "?since=someday"
    backwards = page(administrator.get(URL + "?since=2025-06-01&until=2025-05-31")).select_one(".notice--bad")
    assert "The last day is before the first." in backwards.get_text()


def test_few_persons_are_not_shown_and_cannot_be_worked_out(administrator, world):
    session = world.sessions.first()
    for _time in range(3):
        took_part(world, make_member(beneficiary="ME", gender="other"), [session])
    answer = administrator.get(URL)
    hidden = ["–", "not shown", "–", "–", "–"]
    assert table(answer, "beneficiary") == {
        "Albania": hidden,
        "Montenegro": ["–", "fewer than 5", "–", "–", "–"],
        "Serbia": ["1", "7", "7", "21", "0\xa0%"],
    }
    assert table(answer, "gender")["Other"] == ["–", "fewer than 5", "–", "–", "–"]
    assert table(answer, "gender")["Woman"] == hidden
    rows = sheet(administrator)
    of_gender = {row[1]: row[2:5] for row in rows if row[0] == "By gender" and row[3]}
    assert of_gender == {"Woman": [None, "not shown", None], "Man": [1, 7, 7], "Other": [None, "fewer than 5", None]}
    lines = administrator.get("/en/trainings/indicators.csv").content.decode("utf-8-sig").splitlines()
    beneficiaries = [row[1:4] for row in csv.reader(lines, delimiter=";") if row and row[0] == "By beneficiary"]
    assert beneficiaries[:3] == [["Albania", "", "not shown"], ["Montenegro", "", "fewer than 5"], ["Serbia", "1", "7"]]


def sheet(client, query=""):
    answer = client.get(f"/en/trainings/indicators.xlsx{query}")
    lines = openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    return [list(line) for line in lines]


def test_a_total_of_few_is_not_shown_at_all(administrator, world):
    for one in range(3):
        took_part(world, make_member(beneficiary="ME", position=f"Secret {one}"), world.sessions.all())
    for answer in (administrator.get(URL + "?beneficiary=ME"), administrator.get(URL + "?beneficiary=ME&topic=risk")):
        text = page(answer).get_text(" ", strip=True)
        assert ("Persons who took part: fewer than 5." in text, "Secret" in text) == (True, False)
        assert page(answer).select("table") == []
    assert sheet(administrator, "?beneficiary=ME")[1][:4] == ["All together", None, "fewer than 5", None]


def test_who_left_stays_counted_without_being_anybody(administrator, world):
    member = Enrolment.objects.filter(member__gender="woman").first().member
    leave(member=member.pk, by=member.user)
    member.refresh_from_db()
    assert member.gender == ""
    answer = administrator.get(URL)
    assert totals(answer) == ["2", "13", "19", "69", "29\xa0%"]
    assert table(answer, "beneficiary")["Albania"] == ["2", "6", "12", "48", "50\xa0%"]
    assert table(answer, "gender")["Not said"] == ["–", "fewer than 5", "–", "–", "–"]


def test_each_reads_what_they_may(client, world):
    """Editors what they may see, trainers what they gave, focal points their people; nobody else anything."""
    secret, sessions = given(DAY, restricted_to=make_group("Group of nobody here"))
    trainer = make_member()
    for _ in range(5):
        took_part(secret, make_member(beneficiary="AL"), sessions)
    secret.trainers.add(trainer)
    secret.save()
    reporter = make_group("Reports to a donor")
    reporter.permissions.add(Permission.objects.get(codename="view_indicators"))
    expected = {
        ADMINISTRATORS: ["3", "18", "24"],
        "Reports to a donor": ["2", "13", "19"],
        EDITORS: ["2", "13", "19"],
        focal_points("AL"): ["2", "6", "12"],
    }
    found = {}
    for name in expected:
        client.force_login(make_user(Group.objects.get(name=name)))
        found[name] = totals(client.get(URL))[:3]
    client.force_login(trainer.user)
    assert totals(client.get(URL))[:3] == ["1", "5", "5"]
    assert found == expected
    for user in (make_user(Group.objects.get(name=TRAINERS)), make_member().user, make_member(state="suspended").user):
        client.force_login(user)
        assert client.get(URL).status_code == 404
        assert "indicators" not in client.get("/en/trainings/").content.decode()


def test_the_number_of_queries_does_not_grow(administrator, world):
    administrator.get(URL)
    counts = []
    for number in (0, 2):
        for extra in range(number):
            training, sessions = given(
                DAY - timedelta(days=extra + 1),
                follows=world,
                priority_areas=[make_term(FacetCode.PRIORITY_AREA, f"area{extra}")],
            )
            for _ in range(5):
                took_part(training, make_member(beneficiary="BA", position=f"Role {extra}"), sessions)
        with CaptureQueriesContext(connection) as captured:
            assert administrator.get(URL).status_code == 200
        counts.append(len(captured))
    assert counts == [44, 44]


def in_words(answer, key):
    """Label and the cells of means: before, after, what people think."""
    names = [
        one.get_text(strip=True) for one in page(answer).select(f"[role=region][aria-labelledby=by-{key}] thead th")
    ]
    return names[5:], {label: cells[5:] for label, cells in table(answer, key).items()}


@pytest.fixture
def learned(world):
    """All thirteen took both tests and said what they think; men knew less before, and women liked it more."""
    tests = [make_form(world, FormKind.PRE), make_form(world, FormKind.POST)]
    for form in tests:
        for _question in range(4):
            make_question(form, QuestionKind.ONE)
    reaction = make_form(world)
    make_question(reaction)
    for enrolment in Enrolment.objects.filter(training=world, state__in=("completed", "confirmed")).exclude(
        attendances=None
    ):
        is_woman = enrolment.member.gender == "woman"
        make_answer(enrolment, tests[0], *(2 if number < (2 if is_woman else 1) else 1 for number in range(4)))
        make_answer(enrolment, tests[1], 2, 2, 2, 1)
        make_answer(enrolment, reaction, 5 if is_woman else 2)
    return reaction


SCORES, THOUGHT = ["Test before, in percent", "Test after, in percent"], "What people think (1 to 5)"


def test_what_was_learned_is_divided_by_people_and_what_they_think_by_trainings_only(administrator, learned):
    answer = administrator.get(URL)
    # Women 50, men 25 percent before; 6 × 5 and 7 × 2 steps.
    assert totals(answer)[5:] == ["75\xa0%", "3.4"]
    assert "before it, by the same persons: 37 %" in page(answer).get_text(" ", strip=True).replace("\xa0", " ")
    assert in_words(answer, "gender") == (SCORES, {"Woman": ["50\xa0%", "75\xa0%"], "Man": ["25\xa0%", "75\xa0%"]})
    assert in_words(answer, "beneficiary") == (
        SCORES,
        {"Albania": ["50\xa0%", "75\xa0%"], "Serbia": ["25\xa0%", "75\xa0%"]},
    )
    assert in_words(answer, "position") == (SCORES, {"officer": ["37\xa0%", "75\xa0%"]})
    assert in_words(answer, "area") == (
        [*SCORES, THOUGHT],
        {"risk": ["37\xa0%", "75\xa0%", "3.4"], "None named": ["–", "–", "–"]},
    )
    assert in_words(answer, "year") == ([*SCORES, THOUGHT], {"2025": ["37\xa0%", "75\xa0%", "3.4"]})
    rows = sheet(administrator)
    assert rows[0][7:] == [*SCORES, THOUGHT]
    assert [row[7:] for row in rows if row[:2] in (["All together", None], ["By gender", "Woman"])] == [
        [37, 75, 3.4],
        [50, 75, None],
    ]


@pytest.mark.parametrize("query", ["?beneficiary=AL", "?beneficiary=AL&topic=risk"])
def test_what_the_people_of_one_beneficiary_think_is_told_nobody(administrator, learned, query):
    answer = administrator.get(URL + query)
    assert totals(answer)[5:] == ["75\xa0%"]
    assert THOUGHT not in page(answer).get_text()
    assert {row[9] for row in sheet(administrator, query)[1:] if len(row) > 9} == {None}


def test_a_focal_point_learns_nothing_of_what_single_people_think(client, learned):
    client.force_login(make_user(Group.objects.get(name=focal_points("AL"))))
    answer = client.get(URL)
    assert (totals(answer)[5:], THOUGHT in page(answer).get_text()) == (["75\xa0%"], False)


def test_means_of_few_are_not_shown_and_cannot_be_worked_out(administrator, learned):
    """Four women took both tests: neither theirs nor that of the men by which theirs could be worked out is told."""
    women = Enrolment.objects.filter(member__gender="woman", answer_sheets__form__kind=FormKind.POST)
    gone = list(women.values_list("pk", flat=True)[:2])
    AnswerSheet.objects.filter(enrolment__in=gone).delete()
    answer = administrator.get(URL)
    assert totals(answer)[5:] == ["75\xa0%", "3.4"]
    assert in_words(answer, "gender") == ([], {"Woman": [], "Man": []})
    AnswerSheet.objects.filter(enrolment__member__gender="man", form__kind=FormKind.PRE).delete()
    reaction = AnswerSheet.objects.filter(form=learned)
    reaction.filter(pk__in=list(reaction.values_list("pk", flat=True)[4:])).delete()
    assert totals(administrator.get(URL))[5:] == []


def test_who_took_a_test_again_counts_once_by_the_best_attempt(administrator, learned):
    test = EvaluationForm.objects.get(kind=FormKind.POST)
    test.pass_mark = 100
    test.save()
    for enrolment in Enrolment.objects.filter(answer_sheets__form=test):
        is_woman = enrolment.member.gender == "woman"
        assert make_answer(enrolment, test, 2, 2, 2 if is_woman else 1, 2 if is_woman else 1, attempt=2)
    # Women, six of thirteen, reach all the points now; the second attempt of men was worse.
    assert totals(administrator.get(URL))[5:] == ["87\xa0%", "3.4"]
    rows = sheet(administrator)
    assert [row[7:9] for row in rows if row[:2] in (["By gender", "Woman"], ["By gender", "Man"])] == [
        [50, 100],
        [25, 75],
    ]


def test_without_scales_or_tests_there_is_no_column_of_them(administrator, world):
    assert in_words(administrator.get(URL), "year") == ([], {"2025": []})
