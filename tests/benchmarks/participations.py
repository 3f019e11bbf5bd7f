"""Synthetic trainings with everybody who took part, written in bulk, for measuring. Run inside a prepared portal."""

from __future__ import annotations

import time as clock
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Locale

from portal.accounts.models import User
from portal.members.models import Gender, Member
from portal.vocabulary.models import Beneficiary, Term
from portal.vocabulary.models.taxonomy import FacetCode
from tests.benchmarks.page_rows import first_place, insert_pages, put_below
from tests.factories.pages import make_page
from tests.factories.trainings import make_form, make_question
from trainings.evaluation.models import AnswerSheet, EvaluationForm, FormAnswered, FormKind
from trainings.models import Attendance, CoursePage, Enrolment, TrainingPage, TrainingSession
from trainings.rules.states import State

#: Of a training.
_PEOPLE, _SESSIONS = 20, 4
_TRAININGS_OF_A_COURSE = 250
#: Each person was in so many trainings.
_TIMES_EACH = 4
_GENDERS = (*Gender.values, "")
_SCALES = 5
_AT_ONCE = 5_000


@transaction.atomic
def add_participations(count: int) -> None:
    """So many more, in trainings and of people of their own; `count` is a multiple of eighty.

    Three of four have taken both tests and the reaction form, which is anonymous.
    """
    mark = clock.time_ns()
    trainings, forms = _trainings(count // _PEOPLE, mark)
    members = _members(count // _TIMES_EACH, mark)
    sessions = [
        TrainingSession(training=training, day=training.start, begins=time(hour), ends=time(hour + 2))
        for training in trainings
        for hour in range(9, 9 + 2 * _SESSIONS, 2)
    ]
    TrainingSession.objects.bulk_create(sessions, batch_size=_AT_ONCE)
    enrolments = [
        Enrolment(
            training=trainings[number // _PEOPLE],
            # Twenty that lie beside each other: nobody is twice in one training.
            member=(member := members[number % len(members)]),
            beneficiary_id=member.beneficiary_id,
            state=State.COMPLETED if number % 3 else State.CONFIRMED,
        )
        for number in range(count)
    ]
    Enrolment.objects.bulk_create(enrolments, batch_size=_AT_ONCE)
    Attendance.objects.bulk_create(
        (
            Attendance(session=session, enrolment=enrolment)
            for number, enrolment in enumerate(enrolments)
            for session in sessions[number // _PEOPLE * _SESSIONS :][:_SESSIONS]
        ),
        batch_size=_AT_ONCE,
    )
    asked = [(one, forms[number // _PEOPLE]) for number, one in enumerate(enrolments) if number % 4]
    FormAnswered.objects.bulk_create(
        (FormAnswered(enrolment=one, form=form) for one, of_course in asked for form in of_course),
        batch_size=_AT_ONCE,
    )
    AnswerSheet.objects.bulk_create(
        (_sheet(one, form, number) for number, (one, of_course) in enumerate(asked) for form in of_course),
        batch_size=_AT_ONCE,
    )


def _sheet(enrolment: Enrolment, form: EvaluationForm, number: int) -> AnswerSheet:
    if form.kind == FormKind.REACTION:
        given = {str(scale): 1 + (number + scale) % 5 for scale in range(_SCALES)}
        return AnswerSheet(
            form=form, training=enrolment.training, values=given, ratings=_SCALES, rated=sum(given.values())
        )
    right = number % 3 == 0 or form.kind == FormKind.POST
    return AnswerSheet(
        form=form, training=enrolment.training, enrolment=enrolment, values={"1": 2}, points=int(right), out_of=1
    )


def _trainings(count: int, mark: int) -> tuple[list[TrainingPage], list[list[EvaluationForm]]]:
    """Published ones, and for each of them the forms of its course. Every other one comes of one before it."""
    areas = list(Term.objects.filter(facet__code=FacetCode.PRIORITY_AREA))
    common = {
        "content_type": ContentType.objects.get_for_model(TrainingPage),
        "locale_id": Locale.get_default().pk,
        "numchild": 0,
        "live": True,
    }
    made: list[TrainingPage] = []
    forms: list[list[EvaluationForm]] = []
    while len(made) < count:
        course = make_page(CoursePage)
        # No more at once than there are already: those that they come of are stored before them.
        for size in _doubling(min(count - len(made), _TRAININGS_OF_A_COURSE)):
            place, first = first_place(course), len(made)
            pages = [_training(number, made, common) for number in range(first, first + size)]
            for step, page in enumerate(pages):
                put_below(page, course, place + step, slug=f"benchmark-{mark}-{first + step}", key=uuid4())
            insert_pages(pages, course)
            made += pages
        forms += [_forms(made[-1])] * (len(made) - len(forms))
    through = TrainingPage.priority_areas.through
    through.objects.bulk_create(
        through(trainingpage=training, term=areas[place % len(areas)]) for place, training in enumerate(made)
    )
    return made, forms


def _training(number: int, before: Sequence[TrainingPage], common: dict[str, object]) -> TrainingPage:
    day = date(2025, 1, 1) - timedelta(days=number % 1_400)
    title = f"Training {number}"
    page = TrainingPage(title=title, draft_title=title, start=day, end=day, **common)
    page.follows = before[number // 2] if number % 2 and number > 2 else None
    return page


def _doubling(count: int) -> Iterator[int]:
    """1, 1, 2, 4, 8 and so on, together as many as that."""
    size = done = 0
    while done < count:
        size = min(max(done, 1), count - done)
        yield size
        done += size


def _forms(training: TrainingPage) -> list[EvaluationForm]:
    forms = [make_form(training, kind) for kind in (FormKind.PRE, FormKind.POST, FormKind.REACTION)]
    for form in forms:
        for _ in range(_SCALES):
            make_question(form)
    return forms


def _members(count: int, mark: int) -> list[Member]:
    beneficiaries = list(Beneficiary.objects.order_by("pk"))
    agencies = list(Term.objects.filter(facet__code=FacetCode.AGENCY))
    users = User.objects.bulk_create(
        (User(email=f"benchmark-{mark}-{place}@example.org", password="!") for place in range(count)),
        batch_size=_AT_ONCE,
    )
    members = [
        Member(
            user=user,
            beneficiary=beneficiaries[place % len(beneficiaries)],
            agency=agencies[place % len(agencies)],
            gender=_GENDERS[place % len(_GENDERS)],
            position=f"Position {place % 300}",
        )
        for place, user in enumerate(users)
    ]
    return Member.objects.bulk_create(members, batch_size=_AT_ONCE)
