"""Giving translations of one or many pages into a language to somebody."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from portal.accounts.models import User
from portal.core.content_language.readiness import State
from portal.core.editing.access import may_edit_source
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.desk.assigning.giving import assign
from portal.desk.assigning.people import may_assign, translators_into, works_on
from portal.desk.models import Assignment
from portal.desk.states.columns import with_states

_NOBODY: Final = "nobody"
#: As many as a table shows on a page, many times over.
_MOST: Final = 500


class AssignForm(forms.Form):
    assignee = forms.ChoiceField(
        label=gettext_lazy("Translator"), error_messages={"required": gettext_lazy("Choose a translator.")}
    )
    due = forms.DateField(
        label=gettext_lazy("Due"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("The translator is reminded three days before, and once after it."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note to the translator"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, language: str, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in translators_into(language)}
        if may_edit_source(by):
            self.people.setdefault(str(by.pk), by)
        field: Any = self.fields["assignee"]
        field.choices = [
            ("", _("Choose…")),
            *((key, f"{person} ({_('you')})" if person == by else str(person)) for key, person in self.people.items()),
            (_NOBODY, _("Nobody any more")),
        ]

    @property
    def person(self) -> User | None:
        """Who was chosen; None for nobody any more."""
        return self.people.get(self.cleaned_data["assignee"])

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due is not None and due < timezone.localdate():
            raise forms.ValidationError(_("This day is past."))
        return due


class AssignView(WagtailAdminTemplateMixin, TemplateView):
    """`?language=sq&page=5&page=7` asks to whom. What came in between stays on the form, with what was typed."""

    template_name = "desk/dashboard/assign.html"
    page_title = gettext_lazy("Assign translations")
    header_icon = "user"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_assign(request.user):
            raise PermissionDenied
        asked: Any = request.POST or request.GET
        self.language = asked.get("language") if asked.get("language") in CONTENT_CODES else ""
        self.keys = sorted({int(key) for key in asked.getlist("page") if key.isdecimal() and len(key) < 16})[:_MOST]
        self.next_url = get_valid_next_url_from_request(request) or reverse("desk_dashboard")
        if not self.language or not works_on(request.user).filter(pk__in=self.keys).exists():
            messages.warning(request, _("Tick the pages first, and choose a language."))
            return redirect(self.next_url)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        table = {"url": reverse("desk_dashboard"), "label": _("Translations")}
        return [*self.breadcrumbs_items, table, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = list(with_states(works_on(self.request.user).filter(pk__in=self.keys)).order_by("path"))
        rows = Assignment.objects.filter(page__in=pages, language=self.language).select_related("assignee")
        there = {row.page_id: row for row in rows}
        for page in pages:
            page.state_label = State(getattr(page, f"state_{self.language}")).label
            page.assignment = there.get(page.pk)
            page.reason = kwargs.get("refused", {}).get(page.pk, "")
        user: Any = self.request.user
        kwargs.setdefault("form", AssignForm(language=self.language, by=user))
        context: dict[str, Any] = super().get_context_data(
            pages=pages, language=BY_CODE[self.language], code=self.language, next_url=self.next_url, **kwargs
        )
        return context

    def post(self, request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        form = AssignForm(request.POST, language=self.language, by=user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        outcome = assign(
            seen={key: _number(request.POST.get(f"seen-{key}", "")) for key in self.keys},
            language=self.language,
            assignee=form.person,
            by=user,
            due=form.cleaned_data["due"],
            note=form.cleaned_data["note"],
        )
        number = len(outcome.assigned)
        if number:
            done = ngettext(
                "%(number)d translation was given to %(person)s.",
                "%(number)d translations were given to %(person)s.",
                number,
            )
            messages.success(request, done % {"number": number, "person": form.person})
        elif form.person is None and not outcome.refused:
            messages.success(request, _("The translations are nobody's now."))
        if outcome.refused:
            self.keys = sorted(outcome.refused)
            return self.render_to_response(self.get_context_data(form=form, refused=outcome.refused))
        return redirect(self.next_url)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 16 else None
