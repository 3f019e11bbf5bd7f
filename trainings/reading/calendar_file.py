"""The sessions of a training for other calendars (iCalendar, RFC 5545): its own file, and what goes with letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse

from portal.core.calendar_files.writing import calendar_file
from portal.core.content_language.localized import localized_for_card
from portal.core.languages.catalogue import Language
from portal.core.languages.reader import current_reader
from portal.core.made_files import made_file
from portal.core.registries.calendar import CalendarEntry, Sitting
from portal.core.time_zones import moment_at
from portal.core.visibility.audience import PUBLIC, audience_of_page
from trainings.calendar_entries import entry_of, uid_of
from trainings.models import Enrolment, TrainingPage
from trainings.rules.states import ENDED


def training_file(training: TrainingPage, request: HttpRequest) -> HttpResponse:
    """For whoever may read its page. 404 when none of its languages can be read."""
    reader = current_reader().language
    localized = training.for_reader(reader)
    if localized is None:
        raise Http404("No language of this training is ready.")
    answer = made_file(
        calendar_file([entry_of(training, localized, reader)]),
        "text/calendar; charset=utf-8",
        request,
        is_public=audience_of_page(training) == PUBLIC,
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{training.slug}.ics"'
    return answer


def file_of(enrolment: Enrolment, reader: Language, at: datetime, *, is_over: bool) -> bytes:
    """The entries of one person, as they are at the moment `at`.

    `is_over`: the person does not take part any more, whatever is true of the others; else what a session left behind
    that was taken out is marked as cancelled.

    Each end of an enrolment, and each new one after it, is a change of this person's entries only. So it raises the
    number of the training's own changes: a program takes what has the higher number.
    """
    training = enrolment.training
    earlier = Enrolment.objects.filter(training=training, member=enrolment.member, pk__lte=enrolment.pk)
    ends = earlier.filter(state__in=ENDED).count()
    own = replace(
        entry_of(training, localized_for_card(training, reader), reader),
        sequence=training.sequence + 2 * ends - (enrolment.state in ENDED),
        changed=max(at, training.last_published_at or at),
    )
    entries = [own, *_ended(training, own)]
    return calendar_file([replace(one, is_cancelled=True) for one in entries] if is_over else entries)


def _ended(training: TrainingPage, own: CalendarEntry) -> Iterator[CalendarEntry]:
    for ended in training.ended_entries.all():
        begins, ends = (moment_at(ended.first_day, clock, training.time_zone) for clock in (ended.begins, ended.ends))
        gone = replace(own, is_cancelled=True, sittings=())
        if begins is None or ends is None:
            yield replace(gone, start=ended.first_day, end=ended.last_day)
        else:
            yield replace(gone, sittings=[Sitting(uid_of(training, ended.name), begins, ends)])
