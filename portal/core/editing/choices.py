"""Choosing some of very many: a light field instead of a list of hundreds on every form.

The form carries only what is chosen; what can be chosen is searched for while typing (`/admin/choices/…`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from django import forms
from django.db.models import Model
from django.forms.models import ModelChoiceIterator
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

#: How many suggestions are offered at once.
SUGGESTIONS = 20

#: Finds objects for what was typed: called with the text, the most that are wanted, and who asks.
Finder = Callable[[str, int, Any], Iterable[Model]]

_finders: dict[str, Finder] = {}


def register_finder(name: str, finder: Finder) -> None:
    """Makes the objects of one model searchable for `SearchedChoices(name)`."""
    _finders[name] = finder


def suggestions(request: HttpRequest, name: str) -> JsonResponse:
    """What can be chosen, for the text in `q`. Only for users of the admin, and of what they may know."""
    finder = _finders.get(name)
    if finder is None:
        raise Http404
    found = finder(request.GET.get("q", "").replace("\x00", "").strip()[:100], SUGGESTIONS, request.user)
    return JsonResponse({"choices": [{"value": str(item.pk), "label": str(item)} for item in found]})


class SearchedChoices(forms.SelectMultiple):
    """A list of what is chosen, each with a button to remove it, and a field to find more."""

    template_name = "core/editing/searched_choices.html"

    def __init__(self, finder: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.finder = finder

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Only the chosen ones, in one query; the whole list never leaves the database."""
        chosen = [item for item in value if str(item)]
        choices = cast("ModelChoiceIterator[Any]", self.choices)
        queryset = choices.queryset.filter(pk__in=chosen) if chosen and choices.queryset is not None else ()
        options = [
            self.create_option(name, str(item.pk), str(item), selected=True, index=index)
            for index, item in enumerate(queryset)
        ]
        return [(None, options, 0)]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["url"] = reverse("core_choices", args=[self.finder])
        context["widget"]["prompt"] = _("Type to find more")
        context["widget"]["remove"] = _("Remove")
        return context

    class Media:
        js = ("core/admin/searched-choices.js",)
        css = {"all": ("core/admin/searched-choices.css",)}
