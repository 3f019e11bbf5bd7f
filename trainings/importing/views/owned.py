"""Whose list it is: only who uploaded it sees it, and only as long as they run the training."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from trainings.models import ParticipantImport, TrainingPage
from trainings.queries.access import Sight, trainers_sight_or_404
from trainings.queries.trainings import seats_of
from trainings.reading.words import named
from trainings.views.signed_in import SignedIn


def owned_or_404(request: SignedIn, pk: int, key: int) -> tuple[Sight, ParticipantImport]:
    """Raises Http404 for the lists of others, and for those whose time is over."""
    sight = trainers_sight_or_404(request.user, pk)
    source = get_object_or_404(ParticipantImport.objects.of(request.user, pk), pk=key)
    # The one that is read already, with what lists show of it.
    source.training = sight.training
    return sight, source


def frame(sight: Sight, request: HttpRequest) -> dict[str, Any]:
    """What each of the pages shows of the training."""
    return {
        "training": named(sight.training, request),
        "key": sight.training.pk,
        "has_sample": sight.training.is_sample,
    }


def why_not(training: TrainingPage) -> str:
    """Why nobody can be enrolled by a list; "" when people can."""
    if training.is_cancelled:
        return gettext("This training is cancelled.")
    return "" if training.pk in seats_of([training]) else gettext("This training is not published yet.")
