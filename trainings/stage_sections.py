"""What there is of trainings for a stage of the continuum."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.pages.listing import date_range, listed
from portal.core.pages.places import place_url
from portal.core.registries.stages import SHOWN, StageSection, register_stage_section
from trainings.queries.trainings import trainings_at_stage


def trainings(request: HttpRequest, stage: str) -> StageSection:
    found = trainings_at_stage(request.user, stage)[:SHOWN]
    return StageSection(
        anchor="trainings",
        title=_("Trainings"),
        items=[listed(one, request, note=date_range(one.start, one.end)) for one in found],
        all_label=_("All trainings"),
        all_url=place_url(request, "trainings.trainingindexpage"),
    )


register_stage_section(20, trainings)
