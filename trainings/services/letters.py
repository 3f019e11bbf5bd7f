"""Letters: written with what they tell of, sent after it, once."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any, Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task

from portal.accounts.mail import compose, message_id, message_to
from portal.core.content_language.localized import localized_for_card
from portal.core.languages.catalogue import get_language
from portal.core.pages.addresses import absolute
from portal.core.pages.listing import date_range
from trainings.evaluation.invitation import invitation, is_still_due
from trainings.models import Enrolment, Letter, LetterKind, TrainerMessage
from trainings.queries.materials import has_material_to_read
from trainings.reading.words import moment, offer_until_words
from trainings.rules.states import LIVE, State
from trainings.services.reminding import is_still_near

logger = logging.getLogger(__name__)

_TEMPLATE = "trainings/email/letter"
#: What a letter of these kinds says is true only as long as the enrolment is in the state of that name.
_OF_A_STATE: Final = frozenset(kind for kind in LetterKind if kind.value in State.values)
#: After these the person does not take part, and what they have in their calendar is to go.
_OVER: Final = frozenset({LetterKind.CANCELLED, LetterKind.WITHDRAWN, LetterKind.DECLINED})
#: With these goes an entry for the calendar of whoever has, or had, a place.
_WITH_ENTRY: Final = frozenset({LetterKind.CONFIRMED, LetterKind.CHANGED, *_OVER})
#: In these whoever has a place finds the link to take part.
_WITH_LINK: Final = frozenset({LetterKind.CONFIRMED, LetterKind.CHANGED, LetterKind.COMING})
#: In these, when the first session begins: who is reminded, or told that a time changed, has to know it.
_WITH_BEGINNING: Final = _WITH_LINK
#: In these, that there is something to read before.
_WITH_MATERIALS: Final = frozenset({LetterKind.CONFIRMED, LetterKind.COMING})
#: What is told to everybody who is enrolled. The last of these says all that the ones before it would.
_TOLD_TO_ALL: Final = frozenset({LetterKind.CHANGED, LetterKind.CANCELLED})


def write_letter(enrolment: Enrolment, kind: LetterKind, message: TrainerMessage | None = None) -> None:
    """Puts a letter with what the present transaction writes; it is sent once that is committed."""
    letter = Letter.objects.create(enrolment=enrolment, kind=kind, message=message)
    transaction.on_commit(partial(send_soon.enqueue, letter.pk))


@task()
def send_soon(key: int) -> None:
    """Sends one letter. What goes wrong is tried again by `manage.py send_training_letters`."""
    send_letter(key)


def send_letter(key: int) -> bool:
    """Sends a letter that was not sent yet; whether it was. Raises what the mail server says against it.

    It is held and marked first and sent last, so that nothing but the end of the transaction can still fail, and two
    who send at once send it once. If a machine stops in just that moment the letter goes out again, under the same
    Message-ID, by which mail programs know it.
    """
    with transaction.atomic():
        due = Letter.objects.select_for_update(of=("self",)).filter(pk=key, sent_at=None)
        letter = due.select_related("enrolment__training", "enrolment__member__user", "message", "form").first()
        if letter is None:
            return False
        letter.sent_at = timezone.now()
        letter.save(update_fields=["sent_at"])
        if not _is_true(letter):
            return False
        _message(letter).send()
    return True


def send_due_letters() -> tuple[int, int]:
    """Sends all letters that were not sent yet: how many were, and how many could not be."""
    sent = failed = 0
    for key in Letter.objects.filter(sent_at=None).order_by("pk").values_list("pk", flat=True):
        try:
            sent += send_letter(key)
        except Exception:
            # Whatever is wrong with one address keeps nobody else from their letter.
            logger.exception("Letter %s about an enrolment was not sent", key)
            failed += 1
    return sent, failed


def _is_true(letter: Letter) -> bool:
    """Whether what it says is still so, and there is somebody to say it to."""
    enrolment = letter.enrolment
    if not enrolment.member.user.is_active:
        return False
    if letter.kind in {LetterKind.ISSUED, LetterKind.REVOKED}:
        latest = enrolment.certificates.last()
        return latest is not None and latest.is_valid == (letter.kind == LetterKind.ISSUED)
    if letter.form is not None:
        return is_still_due(enrolment, letter.form)
    if letter.kind == LetterKind.COMING:
        return is_still_near(letter)
    if letter.kind in _TOLD_TO_ALL:
        later = enrolment.letters.filter(kind__in=_TOLD_TO_ALL, pk__gt=letter.pk)
        return enrolment.state in LIVE and not later.exists()
    return letter.kind not in _OF_A_STATE or letter.kind == enrolment.state


def _message(letter: Letter) -> EmailMessage:
    from trainings.reading.calendar_file import file_of

    enrolment = letter.enrolment
    user, training = enrolment.member.user, enrolment.training
    language = get_language(user.language)
    with translation.override(language.code):
        localized = localized_for_card(training, language)
        context = {
            "user": user,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "letter": letter,
            "kind": letter.kind,
            "state": enrolment.state,
            "title": localized.headline if localized else training.title,
            "link": absolute(reverse("trainings:answer", args=[enrolment.token])),
            "certificates": absolute(reverse("trainings:own_certificates")),
            **_facts(letter, localized),
        }
        headers = {"Message-ID": message_id(f"training.{letter.pk}.{enrolment.key[:12]}")}
        message = message_to(user.email, *compose(_TEMPLATE, context, language), language.html_lang, headers)
        if letter.kind in _WITH_ENTRY and had_a_place(enrolment):
            entries = file_of(enrolment, language, letter.due_at, is_over=letter.kind in _OVER)
            message.attach("training.ics", entries, "text/calendar")
    return message


def had_a_place(enrolment: Enrolment) -> bool:
    """Whether there is an entry in the calendar of this person: it went with the letter that confirmed the place."""
    return enrolment.changes.filter(after=State.CONFIRMED).exists()


def _facts(letter: Letter, localized: Any) -> dict[str, Any]:
    training = letter.enrolment.training
    return {
        "days": date_range(training.start, training.end),
        # The portal itself withdraws what nobody answered.
        "lapsed": letter.kind == LetterKind.WITHDRAWN
        and letter.enrolment.changes.values_list("by", flat=True).last() is None,
        "because": training.cancelled_because if letter.kind == LetterKind.CANCELLED else "",
        "begins": _beginning(letter),
        "is_over": letter.kind in _OVER,
        "place": localized.place if localized else "",
        "online": training.link if letter.kind in _WITH_LINK and letter.enrolment.state == State.CONFIRMED else "",
        "materials": _where_materials_are(letter),
        "until": offer_until_words(letter.enrolment),
        **_about_certificate(letter),
        **(invitation(letter.enrolment, letter.form) if letter.form is not None else {}),
    }


def _beginning(letter: Letter) -> str:
    """When the first session begins, in words; empty as long as there is none, and in letters that do not say it."""
    training = letter.enrolment.training
    says = letter.kind in _WITH_BEGINNING and training.sessions.exists()
    return moment(training.begins_at, training) if says else ""


def _where_materials_are(letter: Letter) -> str:
    """The address of one's trainings, where there is something to read before and this letter says so; else empty."""
    takes_part = letter.kind in _WITH_MATERIALS and letter.enrolment.state == State.CONFIRMED
    return absolute(reverse("trainings:mine")) if takes_part and has_material_to_read(letter.enrolment.training) else ""


def _about_certificate(letter: Letter) -> dict[str, Any]:
    """The latest certificate and why it came instead of another, or was revoked."""
    if letter.kind not in {LetterKind.ISSUED, LetterKind.REVOKED}:
        return {}
    latest = letter.enrolment.certificates.defer("document").latest("pk")
    reason = latest.issue_reason if letter.kind == LetterKind.ISSUED else latest.end_reason
    return {"certificate": latest, "reason": reason}
