"""A person's saved searches: the list, saving one, changing it, deleting it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.signed_in import SignedIn
from portal.core.languages.reader import current_reader
from portal.core.scripts.serbian import to_latin
from search.following.forms import SavedSearchForm
from search.following.links import list_path
from search.following.saved_search import Frequency, SavedSearch
from search.following.saving import NotSaved, change_search, query_of, save_search, why_not
from search.queries.choices import Choices
from search.queries.naming import search_name
from search.queries.parameters import parse

_NAME_LENGTH = SavedSearch._meta.get_field("name").max_length


@login_required
@require_safe
def saved_searches(request: SignedIn) -> HttpResponse:
    """The person's own; nobody sees anybody else's."""
    choices = Choices.load()
    searches = SavedSearch.objects.filter(user=request.user).defer("known")
    return render(request, "search/saved/list.html", {"items": [_item(one, choices) for one in searches]})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: SignedIn) -> HttpResponse:
    """The form for the search that the address names, in the parameters of the library."""
    choices = Choices.load()
    query = parse(request.GET, choices)
    if not (query.text or query.filters):
        return redirect("search:library")
    name = search_name(query, choices)
    reader = current_reader().language
    refusal = why_not(request.user, query) if request.method != "POST" else ""
    form = SavedSearchForm(
        request.POST if request.method == "POST" else None,
        address=request.user.email,
        # What stands in a field is not put into script by the exit.
        initial={
            "name": (to_latin(name) if reader.code == "sr-latn" else name)[:_NAME_LENGTH],
            "language": reader.code,
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            save_search(user=request.user, query=query, **_values(form))
        except NotSaved as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("The search is saved."))
            return redirect("search:saved")
    context = {"form": form, "description": name, "refusal": refusal, "library_url": list_path(query)}
    return render(request, "search/saved/save.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedIn, pk: int) -> HttpResponse:
    """Another name, frequency or language. What is searched for stays: another search is another one to save."""
    saved = get_object_or_404(SavedSearch, pk=pk, user=request.user)
    item = _item(saved, Choices.load())
    form = SavedSearchForm(
        request.POST if request.method == "POST" else None, address=request.user.email, instance=saved
    )
    if request.method == "POST" and form.is_valid():
        change_search(get_object_or_404(SavedSearch, pk=pk, user=request.user), **_values(form))
        messages.success(request, gettext("Your changes are saved."))
        return redirect("search:saved")
    return render(request, "search/saved/change.html", {"form": form, "item": item})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: SignedIn, pk: int) -> HttpResponse:
    """Asks first; with the search goes all that is kept of it."""
    saved = get_object_or_404(SavedSearch, pk=pk, user=request.user)
    if request.method == "POST":
        saved.delete()
        messages.success(request, gettext("The search is deleted."))
        return redirect("search:saved")
    return render(request, "search/saved/delete.html", {"item": _item(saved, Choices.load())})


def _item(saved: SavedSearch, choices: Choices) -> dict[str, Any]:
    """A saved search as its pages show it. `url` is "" when a term that it is narrowed by does not exist any more."""
    query = query_of(saved, choices)
    return {
        "pk": saved.pk,
        "name": saved.name,
        "description": search_name(query, choices) if query else "",
        "url": list_path(query) if query else "",
        "frequency": saved.get_frequency_display(),
        "last_sent_at": saved.last_sent_at,
    }


def _values(form: SavedSearchForm) -> dict[str, Any]:
    return {**form.cleaned_data, "frequency": Frequency(form.cleaned_data["frequency"])}
