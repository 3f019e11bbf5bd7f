"""The page that trainers show: a picture to scan and a code to type, renewed by itself."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.core.languages.reader import current_reader
from portal.core.pages.addresses import absolute
from portal.core.qr_code import qr_svg
from trainings.checkin.codes import link_code, seconds_left, shown_typed, typed_code
from trainings.models import TrainingSession
from trainings.queries.access import trainers_sight_or_404
from trainings.queries.participants import how_many_present
from trainings.reading.words import named
from trainings.rules.attendance import why_no_check_in
from trainings.views.signed_in import SignedIn

#: Seconds after which a page without a code looks whether there is one.
_LOOK_AGAIN = 60


@login_required
@never_cache
@require_safe
def wall(request: SignedIn, pk: int, session_pk: int) -> HttpResponse:
    """Only for those who run the training. It asks the browser to come back when the code changes."""
    sight = trainers_sight_or_404(request.user, pk)
    session = get_object_or_404(TrainingSession, pk=session_pk, training=pk)
    session.training = sight.training
    now = timezone.now()
    refusal = why_no_check_in(session, now)
    context = {
        "training": named(sight.training, request),
        "key": pk,
        "session": session,
        "refusal": refusal,
        "has_sample": sight.training.is_sample,
    }
    if not refusal:
        address = _for_everybody(reverse("trainings:scan", args=[session_pk, link_code(session_pk, now)]))
        present, seated = how_many_present(sight, session)
        context |= {
            "address": address,
            "picture": mark_safe(qr_svg(address, margin=4)),  # noqa: S308 - a drawing made of figures
            "typed": shown_typed(typed_code(session_pk, now)),
            "typing_address": _for_everybody(reverse("trainings:type_code")).partition("://")[2],
            "present": present,
            "seated": seated,
        }
    answer = render(request, "trainings/checkin/wall.html", context)
    answer.headers["Refresh"] = str(_LOOK_AGAIN if refusal else seconds_left(now))
    return answer


def _for_everybody(path: str) -> str:
    """Without a language: it leads each reader to their own."""
    return absolute(path.removeprefix(f"/{current_reader().language.code}"))
