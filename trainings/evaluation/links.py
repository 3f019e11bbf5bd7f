"""Forms that wait for somebody, as links on the pages where they look for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.urls import reverse

from portal.core.pages.listing import lang_beside
from trainings.evaluation.asked import asked_of
from trainings.evaluation.invitation import last_day
from trainings.evaluation.wording import Worded
from trainings.models import Enrolment


def form_links(enrolments: Collection[Enrolment]) -> dict[int, list[dict[str, Any]]]:
    """By key of the enrolment, in the form of trainings/evaluation/links.html (constant number of queries)."""
    return {
        key: [
            {
                "title": worded.title,
                "lang": lang_beside(worded.html_lang),
                "url": reverse("trainings:fill", args=[one.enrolment.token, one.form.kind]),
                "until": last_day(one),
                "is_answered": one.is_answered,
                "attempts_left": one.attempts_left,
            }
            for one in asked
            if one.is_open
            for worded in [Worded(one.form, ())]
        ]
        for key, asked in asked_of(enrolments).items()
    }
