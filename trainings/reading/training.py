"""The page of a training, with what somebody can do about a place in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.pages.listing import article_context, date_range, home_link, lang_beside
from portal.core.pages.places import place_url
from portal.core.rich_text.html import rich_text_html
from portal.vocabulary.classification import Classification
from search.queries.classification import classification_links
from search.queries.explained import explained
from trainings.evaluation.links import form_links
from trainings.models import Admission, CoursePage, Enrolment, TrainingPage
from trainings.queries.access import Sight, active_member, sight_of
from trainings.queries.materials import shelves_for, shelves_of
from trainings.queries.trainings import seats_of, waiting_count
from trainings.reading.cascade import cascade_rows
from trainings.reading.materials import shown_shelves
from trainings.reading.words import places_left, spoken
from trainings.rules.admission import why_closed
from trainings.services.offers import expire_offers


def training_context(page: TrainingPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    programme = explained([rich_text_html(context["localized"].programme)], context["localized"].code)
    course = CoursePage.objects.for_lists().parent_of(page).first()
    return {
        **article_context(page, context["localized"], context["canonical_url"], request, _("Training")),
        **classification_links(Classification(page)),
        "trail_items": _trail(course, request),
        "course": _course_link(course, request),
        "programme": programme.texts[0],
        "page_terms": programme.terms,
        "sessions": list(page.sessions.all()),
        "days": date_range(page.start, page.end),
        "zone": "" if page.time_zone == timezone.get_default_timezone_name() else page.get_time_zone_display(),
        "is_over": page.is_over(today),
        "spoken": spoken(page.training_languages),
        "trainers": [{"label": member.name} for member in page.trainers.select_related("user")],
        "admission": page.get_admission_display(),
        "cascade": cascade_rows([page.pk] if page.pk else [], request.user),
        "ics_url": (page.get_url(request) or "") + page.reverse_subpage("entry_ics"),
        **enrolment_context(page, request),
    }


def enrolment_context(page: TrainingPage, request: HttpRequest) -> dict[str, Any]:
    """Places, deadline, and the one thing to do next for this visitor."""
    if page.pk is None or not page.live:
        return {"closed": _("This training is not published yet.")}
    # Seen here too, so that nobody waits for a seat that is free.
    expire_offers(page.pk)
    seats = seats_of([page]).get(page.pk)
    sight = sight_of(request.user, page)
    step = _next_step(page, seats, request)
    return {
        "seats": seats,
        "places_left": places_left(seats),
        "waiting_count": waiting_count(page) if page.has_waiting_list else 0,
        "closes_in": _days_left(page),
        "sight": sight,
        "join_url": f"/{current_reader().language.code}/join/",
        "materials": _materials(page, request, sight, step.get("enrolment")),
        **step,
    }


def _materials(
    page: TrainingPage, request: HttpRequest, sight: Sight | None, enrolment: Enrolment | None
) -> list[dict[str, Any]]:
    """All of them for those who run the training, what is open for those who take part, nothing for everybody else."""
    if sight is not None and sight.is_trainer:
        shelves = shelves_of({page.pk: page})
    else:
        shelves = shelves_for(request.user, [enrolment]) if enrolment is not None else {}
    return shown_shelves(shelves.get(page.pk, []), page)


def _next_step(page: TrainingPage, seats: Any, request: HttpRequest) -> dict[str, Any]:
    """One of: `enrolment` (there is one) with its `forms`, `closed` (why nobody can), `told` (how one gets in),
    `outside` (not a member yet), `enrol_url` with `enrol_label`.
    """
    member = active_member(request.user)
    live = Enrolment.objects.live().filter(training=page)
    enrolment = live.filter(member=member).first() if member is not None else None
    if enrolment is not None:
        return {"enrolment": enrolment, "forms": form_links([enrolment])[enrolment.pk]}
    if reason := why_closed(page, page.begins_at, timezone.now()):
        return {"closed": reason}
    if page.admission == Admission.NOMINATION:
        return {"told": _("Places in this training are given by nomination: ask your focal point.")}
    if page.admission == Admission.INVITATION:
        return {"told": _("Places in this training are given by invitation.")}
    is_full = seats is not None and seats.free <= 0
    if is_full and not page.has_waiting_list and page.admission == Admission.OPEN:
        return {"closed": _("All places are taken, and there is no waiting list.")}
    if member is None:
        return {"outside": True}
    label = _("Onto the waiting list") if is_full and page.has_waiting_list else _("Enrol")
    return {"enrol_url": reverse("trainings:enrol", args=[page.pk]), "enrol_label": label}


def _days_left(page: TrainingPage) -> int | None:
    """Days until enrolment ends; None when it has no end, or has ended."""
    if page.closes_on is None:
        return None
    days = (page.closes_on - timezone.localdate()).days
    return days if days >= 0 else None


def _trail(course: CoursePage | None, request: HttpRequest) -> list[dict[str, str]]:
    trail = [home_link(), {"label": _("Trainings"), "url": place_url(request, "trainings.trainingindexpage")}]
    link = _course_link(course, request)
    return [*trail, {"label": link["title"], "url": link["url"], "lang": link["title_lang"]}] if link else trail


def _course_link(course: CoursePage | None, request: HttpRequest) -> dict[str, str] | None:
    """Whoever may see a training may see the page above it, if that is published."""
    card = course.card if course is not None and course.live else None
    if course is None or card is None:
        return None
    return {
        "title": card.headline,
        "title_lang": lang_beside(card.html_lang),
        "url": course.get_url(request) or "",
    }
