"""The participants of a training: for its trainers, and for focal points, who see their own people."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from search.queries.pagination import page_links
from trainings.forms.keys import sent_key
from trainings.forms.message import MessageForm
from trainings.models import Enrolment, TrainerMessage
from trainings.queries.access import Sight, sight_or_404, trainers_sight_or_404
from trainings.queries.participants import listed_enrolments, page_of_participants
from trainings.queries.people import members_named
from trainings.queries.trainings import counts_by_state, seats_of
from trainings.reading.words import named, places_left
from trainings.rules.refusal import Refused
from trainings.rules.states import State
from trainings.services.deciding import Outcome, decide
from trainings.services.enrolling import enrol, nominate
from trainings.services.offers import expire_offers
from trainings.services.writing import send_message
from trainings.views.signed_in import SignedIn

#: What a trainer can make of those who are ticked.
_DECISIONS: Final = (State.CONFIRMED, State.DECLINED, State.COMPLETED, State.NO_SHOW)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def participant_list(request: SignedIn, pk: int) -> HttpResponse:
    sight = sight_or_404(request.user, pk)
    if request.method == "POST":
        return _decide(request, trainers_sight_or_404(request.user, pk))
    expire_offers(pk)
    asked = _asked(request)
    page = page_of_participants(listed_enrolments(sight, **asked), sight, request.GET.get("page"))

    def page_url(number: int) -> str:
        query: dict[str, Any] = {**asked, **({"page": number} if number > 1 else {})}
        return f"?{urlencode({key: value for key, value in query.items() if value})}"

    context = {
        **_frame(sight, request),
        **asked,
        "participants": page.object_list,
        "total": page.paginator.count,
        "page_links": page_links(page.number, page.paginator.num_pages, page_url),
        "states": _states(sight, asked["state"]),
        "places_left": places_left(seats_of([sight.training]).get(pk)),
    }
    return render(request, "trainings/participants/list.html", context)


def _asked(request: HttpRequest) -> dict[str, str]:
    """What the list is narrowed by; a state that does not exist is as if it had not been asked for."""
    state = request.GET.get("state", "")
    name = request.GET.get("name", "").replace("\x00", "").strip()[:100]
    return {"state": state if state in State.values else "", "name": name}


def _decide(request: SignedIn, sight: Sight) -> HttpResponse:
    """For those who are ticked, or for all whom the address stands for: then as many as the trainer was shown."""
    wanted = request.POST.get("do", "")
    here = redirect(request.get_full_path())
    if request.POST.get("all"):
        chosen = list(listed_enrolments(sight, **_asked(request)).values_list("pk", flat=True))
        if str(len(chosen)) != request.POST["all"]:
            messages.error(request, gettext("The list has changed meanwhile. Look at it, and choose again."))
            return here
    else:
        chosen = list(filter(None, map(sent_key, request.POST.getlist("enrolment"))))
    if not chosen:
        messages.error(request, gettext("Nobody is ticked."))
    elif wanted in {state.value for state in _DECISIONS}:
        reason = request.POST.get("reason", "").replace("\x00", "").strip()
        outcome = decide(
            training_id=sight.training.pk, enrolments=chosen, to=State(wanted), by=request.user, reason=reason
        )
        _tell(request, outcome)
    return here


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.done:
        text = ngettext("%(count)d enrolment changed.", "%(count)d enrolments changed.", outcome.done)
        messages.success(request, text % {"count": outcome.done})
    if outcome.waiting:
        text = ngettext(
            "%(count)d person waits, because all places are taken.",
            "%(count)d persons wait, because all places are taken.",
            outcome.waiting,
        )
        messages.warning(request, text % {"count": outcome.waiting})
    if outcome.unchanged:
        text = ngettext(
            "%(count)d enrolment stayed as it was.", "%(count)d enrolments stayed as they were.", outcome.unchanged
        )
        messages.warning(request, text % {"count": outcome.unchanged})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedIn, pk: int) -> HttpResponse:
    """Looking for members, and putting one onto the list: enrolled by a trainer, nominated by a focal point."""
    sight = sight_or_404(request.user, pk)
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    if request.method == "POST":
        key = sent_key(request.POST.get("member", ""))
        member = get_object_or_404(sight.members().select_related("user"), pk=key)
        put = enrol if sight.is_trainer else nominate
        try:
            enrolment = put(training_id=pk, member=member, by=request.user)
        except Refused as error:
            messages.error(request, f"{member.name}: {error}")
        else:
            messages.success(request, f"{member.name}: {enrolment.get_state_display()}")
        return redirect("trainings:participants", pk)
    found = members_named(asked, sight.members())
    live = Enrolment.objects.live().filter(training=pk, member__in=found)
    states = {one.member_id: one.get_state_display() for one in live} if found else {}
    context = {
        **_frame(sight, request),
        "asked": asked,
        "found": [{"member": member, "state": states.get(member.pk, "")} for member in found],
    }
    return render(request, "trainings/participants/add.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: SignedIn, pk: int) -> HttpResponse:
    sight = trainers_sight_or_404(request.user, pk)
    message = TrainerMessage(training=sight.training, by=request.user)
    form = MessageForm(request.POST if request.method == "POST" else None, instance=message)
    if request.method == "POST" and form.is_valid():
        count = send_message(message=form.save(commit=False), to=form.cleaned_data["to"])
        text = ngettext("Your message goes to %(count)d person.", "Your message goes to %(count)d persons.", count)
        messages.success(request, text % {"count": count})
        return redirect("trainings:participants", pk)
    return render(request, "trainings/participants/write.html", {**_frame(sight, request), "form": form})


def _frame(sight: Sight, request: HttpRequest) -> dict[str, Any]:
    return {
        "training": named(sight.training, request),
        "key": sight.training.pk,
        "is_trainer": sight.is_trainer,
        "has_sample": sight.training.is_sample,
    }


def _states(sight: Sight, chosen: str) -> list[dict[str, Any]]:
    """A chip for each state that somebody is in, in the order of the states."""
    counts = counts_by_state(sight.enrolments())
    return [
        {"code": state.value, "label": state.label, "count": counts[state.value], "on": state.value == chosen}
        for state in State
        if counts.get(state.value)
    ]
