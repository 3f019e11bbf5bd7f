"""The addresses of announcing: a new training of a course, a change, cancelling."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from portal.core.editing.turns import holding
from portal.core.languages.catalogue import BY_CODE
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import lang_beside
from trainings.announcing.form import MORE_ROWS, MOST_ROWS, AnnouncementForm
from trainings.announcing.saving import announce_training, cancel_training, change_training
from trainings.models import CoursePage, TrainingPage
from trainings.queries.access import active_member, is_trainer_of, may_announce, may_publish_below
from trainings.reading.words import named
from trainings.views.signed_in import SignedIn

_METHODS = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(_METHODS)
def announce(request: SignedIn, pk: int) -> HttpResponse:
    """A new training of a course; 404 for whom the course is not there, or who may not announce."""
    course = CoursePage.objects.filter(pk=pk).first()
    if course is None or not may_announce(request.user, course):
        raise Http404
    page = TrainingPage(source_language=current_reader().language.content_code)
    publishes = may_publish_below(request.user, course)
    form = _form(request, course, page)
    if _is_final(request) and form.is_valid():
        form.save(commit=False)
        trainer = active_member(request.user)
        try:
            announce_training(course=course, page=page, by=request.user, trainer=trainer, publishes=publishes)
        except ValidationError as error:
            # What publishing checks besides, or what has changed since the form was checked.
            form.add_refusal(error)
        else:
            _tell(request, publishes)
            return redirect("trainings:participants", page.pk)
    return _answer(request, form, course, {"publishes": publishes})


@login_required
@require_http_methods(_METHODS)
def change(request: SignedIn, pk: int) -> HttpResponse:
    """The newest of a training, for those who run it."""
    with _turn(request, pk):
        page, course = _own(request, pk)
        publishes = may_publish_below(request.user, course)
        form = _form(request, course, page)
        if page.locked:
            messages.warning(request, gettext("An editor has locked this page. Ask the editors to change it."))
            return redirect("trainings:participants", pk)
        if _is_final(request) and form.is_valid():
            form.save(commit=False)
            try:
                _tell(request, change_training(page=page, by=request.user, publishes=publishes))
            except ValidationError as error:
                # Such as a seat that somebody took since the form was checked.
                form.add_refusal(error)
            else:
                return redirect("trainings:participants", pk)
    goes_out = publishes or (page.live and not page.has_unpublished_changes)
    context = {"publishes": goes_out, "training": named(page, request), "key": pk, "page": page}
    return _answer(request, form, course, context)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it is cancelled"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who is enrolled reads it as it is written here."),
    )


@login_required
@require_http_methods(_METHODS)
def cancel(request: SignedIn, pk: int) -> HttpResponse:
    """Asks for a reason; 404 for what readers have not seen, or is cancelled already."""
    with _turn(request, pk):
        _own(request, pk)
        page = TrainingPage.objects.filter(pk=pk, live=True).first()
        if page is None or page.is_cancelled:
            raise Http404
        form = CancelForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            reason = " ".join(form.cleaned_data["reason"].split())
            try:
                cancel_training(page=page, by=request.user, reason=reason)
            except ValidationError as error:
                # The page itself cannot be published as it is; an editor has to mend it.
                form.add_error(None, error.messages)
            else:
                messages.success(request, gettext("The training is cancelled. Everybody who is enrolled is told."))
                return redirect("trainings:participants", pk)
    context = {"form": form, "training": named(page, request), "key": pk, "has_sample": page.is_sample}
    return render(request, "trainings/announcing/cancel.html", context)


@contextmanager
def _turn(request: HttpRequest, pk: int) -> Iterator[None]:
    """Whoever stores waits for others who do; looking holds nobody up."""
    if request.method != "POST":
        yield
        return
    with holding(pk):
        yield


def _own(request: SignedIn, pk: int) -> tuple[TrainingPage, CoursePage]:
    """The newest revision of a training that this person runs, and its course. Raises Http404."""
    stored = TrainingPage.objects.filter(pk=pk).first()
    if stored is None or not is_trainer_of(request.user, stored):
        raise Http404
    course = CoursePage.objects.parent_of(stored).get()
    page: Any = stored.get_latest_revision_as_object()
    return page, course


def _is_final(request: HttpRequest) -> bool:
    return request.method == "POST" and request.POST.get("do") not in {"sessions", "quotas"}


def _form(request: HttpRequest, course: CoursePage, page: TrainingPage) -> AnnouncementForm:
    if request.method != "POST":
        return AnnouncementForm(instance=page, course=course)
    form = AnnouncementForm(_with_more_rows(request), instance=page, course=course)
    if not _is_final(request):
        form.says_nothing_yet()
    return form


def _with_more_rows(request: HttpRequest) -> QueryDict:
    """What was sent, with empty rows at the end of the part for which the button was pressed."""
    data = request.POST.copy()
    for name in ("sessions", "quotas"):
        count = data.get(f"{name}-TOTAL_FORMS", "")
        number = min(int(count), MOST_ROWS) if count.isascii() and count.isdigit() and len(count) < 19 else 0
        more = MORE_ROWS if data.get("do") == name else 0
        data[f"{name}-TOTAL_FORMS"] = str(min(number + more, MOST_ROWS))
    return data


def _answer(request: HttpRequest, form: AnnouncementForm, course: CoursePage, more: dict[str, Any]) -> HttpResponse:
    if "seen" in form.errors:
        # What was typed stays; sent once more, it is a change of what there is now.
        form.data["seen"] = str(form.instance.latest_revision_id or "")
    card = course.card
    language = BY_CODE[form.instance.source_language]
    context = {
        "form": form,
        "course": {
            "title": card.headline if card else course.title,
            "title_lang": lang_beside(card.html_lang) if card else "",
            "url": course.get_url(request) or "",
        },
        "written_in": language.native_name,
        "written_in_lang": lang_beside(language.html_lang),
        "has_sample": course.is_sample,
        **more,
    }
    return render(request, "trainings/announcing/form.html", context)


def _tell(request: HttpRequest, is_published: bool) -> None:
    if is_published:
        messages.success(request, gettext("The training is published."))
    else:
        messages.success(request, gettext("It is with the editors now, who publish it."))
