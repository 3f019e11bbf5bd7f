"""One's own enrolments: getting a place, answering an offer, withdrawing, all of them in a list."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.languages.reader import current_reader
from trainings.evaluation.links import form_links
from trainings.models import Certificate, Enrolment, TrainingPage
from trainings.queries.access import active_member
from trainings.queries.materials import shelves_for
from trainings.queries.trainings import seats_of
from trainings.reading.materials import shown_shelves
from trainings.reading.words import named, offer_until_words, places_left
from trainings.rules.refusal import Refused
from trainings.rules.states import TAKING_PART, State, may_go
from trainings.services.deciding import withdraw
from trainings.services.enrolling import request_place
from trainings.services.offers import accept_offer, expire_offers
from trainings.views.signed_in import SignedIn


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: SignedIn, pk: int) -> HttpResponse:
    """Says once more what it is about; the button enrols. 404 for a training that this person may not see."""
    training = TrainingPage.objects.listed_for(request.user).filter(pk=pk).first()
    if training is None:
        raise Http404
    member = active_member(request.user)
    refusal = "" if member else gettext("Only members of the network can enrol.")
    if request.method == "POST" and member is not None:
        try:
            enrolment = request_place(training_id=pk, member=member)
        except Refused as error:
            refusal = str(error)
        else:
            return redirect("trainings:answer", enrolment.token)
    context = {
        "training": named(training, request),
        "places_left": places_left(seats_of([training]).get(pk)),
        "refusal": refusal,
        "join_url": "" if member else f"/{current_reader().language.code}/join/",
    }
    return render(request, "trainings/enrol.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """An enrolment, for whoever has the link that was sent to its person; it can be answered without signing in.

    GET changes nothing that is asked for, because mail programs look at links by themselves. The address is the secret,
    and one that was never given out is a 404.
    """
    enrolment = Enrolment.objects.of_token(token)
    if enrolment is None:
        raise Http404
    refusal = ""
    if request.method == "POST":
        try:
            _answered(enrolment, request.POST.get("do", ""))
        except Refused as error:
            refusal = str(error)
        else:
            return redirect("trainings:answer", token)
    expire_offers(enrolment.training_id)
    enrolment.refresh_from_db(fields=["state", "offer_until"])
    return render(request, "trainings/answer.html", {"refusal": refusal, **_shown(enrolment, request)})


def _answered(enrolment: Enrolment, what: str) -> None:
    # Whoever has the link acts for this person, signed in or not.
    if what == "accept":
        accept_offer(enrolment=enrolment, by=enrolment.member.user)
    elif what == "withdraw":
        withdraw(enrolment=enrolment, by=enrolment.member.user)


def _shown(enrolment: Enrolment, request: HttpRequest) -> dict[str, Any]:
    training = enrolment.training
    before = Enrolment.objects.waiting().filter(training=training, queue_number__lt=enrolment.queue_number or 0)
    return {
        "enrolment": enrolment,
        "training": named(training, request),
        "position": before.count() + 1 if enrolment.state == State.WAITING else 0,
        "until": offer_until_words(enrolment),
        "is_offered": enrolment.state == State.OFFERED,
        "can_withdraw": may_go(enrolment.state, State.WITHDRAWN) and timezone.now() < training.begins_at,
        "forms": form_links([enrolment])[enrolment.pk],
        "has_sample": training.is_sample,
    }


@login_required
@require_safe
def mine(request: SignedIn) -> HttpResponse:
    """The person's own, the latest first; nobody sees anybody else's."""
    found = list(Enrolment.objects.filter(member__user=request.user).order_by("-pk"))
    trainings = TrainingPage.objects.for_lists().in_bulk({one.training_id for one in found})
    valid = Certificate.objects.valid().filter(enrolment__member__user=request.user).defer("document")
    certificates = {one.enrolment_id: one for one in valid}
    forms = form_links(found)
    shelves = shelves_for(request.user, found)
    items = [
        {
            "enrolment": one,
            "training": named(trainings[one.training_id], request),
            "certificate": certificates.get(one.pk),
            "forms": forms[one.pk],
            "materials": shown_shelves(shelves.get(one.training_id, []), trainings[one.training_id])
            if one.state in TAKING_PART
            else [],
        }
        for one in found
    ]
    return render(request, "trainings/mine.html", {"items": items})
