"""What trainings hold about a person: enrolments with all that happened to them, and which sessions they were in."""

from __future__ import annotations

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.registries.personal_data import Fact, PersonalData, register_personal_data
from trainings.certificates.codes import shown_code
from trainings.evaluation.filling import given
from trainings.evaluation.wording import Worded
from trainings.models import (
    AnswerSheet,
    Certificate,
    CertificateChoice,
    Enrolment,
    ExpectedParticipant,
    FormAnswered,
    ParticipantImport,
    TrainerMessage,
)
from trainings.reading.attendance import choice


def enrolments(user: User) -> PersonalData:
    kept = Enrolment.objects.filter(member__user=user).select_related("training").order_by("pk")
    records = [
        [
            Fact("training", _("Training"), one.training.title),
            Fact("state", _("State"), one.get_state_display()),
            Fact("since", _("since"), one.created_at),
            Fact(
                "changes",
                _("Steps"),
                [f"{step.at:%Y-%m-%d %H:%M} {step.get_after_display()}" for step in one.changes.all()],
            ),
            Fact("attended", _("Attendance"), _attended(one)),
        ]
        for one in kept.prefetch_related("changes", "attendances__session", "attendance_changes__session")
    ]
    return PersonalData("enrolments", _("Trainings"), records)


def _attended(enrolment: Enrolment) -> list[str]:
    """Each time that the person was marked, how and when; and the sessions of which only the tick is known."""
    changes = list(enrolment.attendance_changes.all())
    told = {change.session_id for change in changes}
    ticks = [str(there.session) for there in enrolment.attendances.all() if there.session_id not in told]
    return ticks + [
        f"{change.session}: {choice(change.is_there)} ({change.get_source_display()}, {change.at:%Y-%m-%d %H:%M})"
        for change in changes
    ]


def messages(user: User) -> PersonalData:
    """Those that this person wrote to participants."""
    written = TrainerMessage.objects.filter(by=user).order_by("pk")
    records = [
        [
            Fact("at", _("Date"), one.written_at),
            Fact("subject", _("Subject"), one.subject),
            Fact("text", _("Message"), one.text),
        ]
        for one in written
    ]
    return PersonalData("messages_to_participants", _("Messages to participants"), records)


def lists(user: User) -> PersonalData:
    """Those that this person uploaded, as long as they are kept. Who is in them is other people's data."""
    uploaded = ParticipantImport.objects.filter(user=user).select_related("training").order_by("pk")
    records = [
        [
            Fact("at", _("Date"), one.created_at),
            Fact("training", _("Training"), one.training.title),
            Fact("file", _("File"), one.file_name),
        ]
        for one in uploaded
    ]
    return PersonalData("uploaded_lists", _("Lists of people to enrol"), records)


def expected(user: User) -> PersonalData:
    """Trainings for which somebody put this person's address onto a list."""
    waiting = ExpectedParticipant.objects.filter(email=user.email).select_related("training").order_by("pk")
    records = [
        [
            Fact("training", _("Training"), one.training.title),
            Fact("name", _("Name"), one.name),
            Fact("since", _("since"), one.invited_at),
        ]
        for one in waiting
    ]
    return PersonalData("expected_in_trainings", _("Trainings you were invited to"), records)


def certificates(user: User) -> PersonalData:
    """The files are on the person's own page."""
    kept = Certificate.objects.filter(enrolment__member__user=user).select_related("training").defer("document")
    records = [
        [
            Fact("number", _("Number"), one.number),
            Fact("training", _("Training"), one.training.title),
            Fact("name", _("Name on the certificate"), one.name),
            Fact("code", _("Code"), shown_code(one.code)),
            Fact("state", _("State"), one.get_state_display()),
            Fact("issued_at", _("Issued"), one.issued_at),
            Fact("reasons", _("Reason"), [reason for reason in (one.issue_reason, one.end_reason) if reason]),
        ]
        for one in kept
    ]
    return PersonalData("certificates", _("Certificates"), records)


def certificate_choice(user: User) -> PersonalData:
    """How the name is written on certificates, and whether whoever checks one may read it."""
    records = [
        [
            Fact("name", _("Name on the certificate"), choice.name),
            Fact("shows_name", _("Whoever checks my certificate may read my name"), choice.shows_name),
        ]
        for choice in CertificateChoice.objects.filter(member__user=user)
    ]
    return PersonalData("certificate_choice", _("Name on certificates"), records)


def evaluation(user: User) -> PersonalData:
    """Which forms this person answered, and what, as far as it is known to be theirs."""
    sheets = {
        (sheet.enrolment_id, sheet.form_id): sheet
        for sheet in AnswerSheet.objects.filter(enrolment__member__user=user).prefetch_related("form__questions__form")
    }
    answered = FormAnswered.objects.filter(enrolment__member__user=user).order_by("pk")
    records = []
    for one in answered.select_related("form", "enrolment__training"):
        sheet = sheets.get((one.enrolment_id, one.form_id))
        questions = list(sheet.form.questions.all()) if sheet else []
        told = given(questions, Worded(one.form, questions), sheet.values) if sheet else []
        points = f"{sheet.points}/{sheet.out_of}" if sheet and sheet.out_of else ""
        records.append(
            [
                Fact("training", _("Training"), one.enrolment.training.title),
                Fact("form", _("Form"), one.form.title),
                Fact("on", _("Date"), one.on),
                Fact("answers", _("Answers"), [f"{said['question']}: {'; '.join(said['answers'])}" for said in told]),
                Fact("points", _("Points"), points),
                Fact("attempts", _("Attempts"), sheet.attempts if sheet else None),
            ]
        )
    return PersonalData("evaluation", _("Forms about trainings"), records)


register_personal_data(
    60,
    enrolments,
    models=(
        "trainings.Enrolment",
        "trainings.EnrolmentChange",
        "trainings.AttendanceChange",
        "trainings.ClosedAttendance",
    ),
)
register_personal_data(61, messages, models=("trainings.TrainerMessage",))
register_personal_data(62, lists, models=("trainings.ParticipantImport",))
register_personal_data(63, expected, models=("trainings.ExpectedParticipant",))
register_personal_data(64, certificates, models=("trainings.Certificate", "trainings.CertificateRun"))
register_personal_data(65, certificate_choice, models=("trainings.CertificateChoice",))
register_personal_data(66, evaluation, models=("trainings.FormAnswered", "trainings.AnswerSheet"))
