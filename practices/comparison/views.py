"""The pages below a standard on which its comparison is written. Both answer 404 to whoever writes for nobody."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from portal.core.languages.catalogue import BY_CODE, html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.links import language_links_for_path
from portal.core.pages.listing import home_link, lang_beside
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models import Beneficiary
from portal.vocabulary.words import beneficiary_words
from practices.comparison.forms import DeclineForm, EntryForm
from practices.models import Implementation, Standard, StandardPart
from practices.models.implementation import EntryState
from practices.queries.implementations import approved_texts, entries_on, waiting_for
from practices.queries.parts import parts_in_order
from practices.reading.parts import numbered, wording, words_in
from practices.rules.comparing import may_approve, writes_for
from practices.services.implementations import approve, decline, hand_in, withdraw


def overview(page: Standard, request: HttpRequest) -> HttpResponse:
    """All parts, each with the beneficiaries that this person writes for; what waits, for whoever approves."""
    words = alphabetical(writes_for(request.user), "name")
    if not words:
        raise Http404
    context = _frame(page, request)
    slugs = dict(Beneficiary.objects.values_list("pk", "slug"))
    texts = approved_texts(page)
    names = {key: word.name for key, word in beneficiary_words().items()}
    context |= {
        "parts": [
            {
                **_part(part, context["localized"].code, page),
                "links": [
                    {
                        "label": word.name,
                        "url": _entry_url(context["page_url"], page, part, slugs[word.pk]),
                        "is_reported": word.pk in texts.get(part.pk, {}),
                    }
                    for word in words
                ],
            }
            for _depth, part in parts_in_order(page)
        ],
        "waiting": [
            {
                "label": f"{entry.part.number}: {names[entry.beneficiary_id]}",
                "url": _entry_url(context["page_url"], page, entry.part, slugs[entry.beneficiary_id]),
            }
            for entry in (waiting_for(page) if may_approve(request.user) else [])
        ],
    }
    return TemplateResponse(request, "practices/comparison/overview.html", context)


def entry(page: Standard, request: HttpRequest, anchor: str, slug: str) -> HttpResponse:
    """Posted with `do`: `hand_in`, and by whoever approves also `approve`, `decline` or `withdraw` with `entry`."""
    part = get_object_or_404(StandardPart, standard=page, anchor=anchor)
    beneficiary = get_object_or_404(Beneficiary, slug=slug)
    if beneficiary.pk not in {word.pk for word in writes_for(request.user)}:
        raise Http404
    doing = request.POST.get("do", "") if request.method == "POST" else ""
    form = EntryForm(request.POST if doing == "hand_in" else None)
    decline_form = DeclineForm(request.POST if doing == "decline" else None)
    done = (
        _hand_in(part, beneficiary, form, request)
        if doing == "hand_in"
        else doing != "" and _decide(doing, part, beneficiary, decline_form, request)
    )
    if done:
        return HttpResponseRedirect(request.path)
    entries = [_shown(one) for one in entries_on(part, beneficiary.pk)]
    if doing != "hand_in":
        # What waits is what is written on; so is, without such, what readers see.
        form = EntryForm(initial=_to_begin_with(entries))
    context = _frame(page, request) | {
        "part": _part(part, current_reader().language.content_code, page),
        "beneficiary": beneficiary,
        "form": decline_form if doing == "decline" else form,
        "entry_form": form,
        "decline_form": decline_form,
        "may_approve": may_approve(request.user),
        **{
            name: [one for one in entries if one["state"] == state]
            for name, state in (("waiting", EntryState.WAITING), ("approved", EntryState.APPROVED))
        },
        "earlier": [one for one in entries if one["state"] in {EntryState.DECLINED, EntryState.REPLACED}],
    }
    return TemplateResponse(request, "practices/comparison/entry.html", context)


def _hand_in(part: StandardPart, beneficiary: Beneficiary, form: EntryForm, request: HttpRequest) -> bool:
    if not form.is_valid():
        return False
    values = {name: form.cleaned_data[name] for name in ("language", "text", "seen")}
    try:
        made = hand_in(part=part, beneficiary=beneficiary, made_by=request.user, **values)
    except ValidationError as refusal:
        waiting = Implementation.objects.filter(
            part=part, beneficiary=beneficiary, language=values["language"], state=EntryState.WAITING
        )
        # Whoever saves again has seen it.
        posted = request.POST.copy()
        posted["seen"] = str(waiting.values_list("pk", flat=True).first() or "")
        form.data = posted
        form.add_error(None, refusal)
        return False
    if may_approve(request.user):
        approve(entry=made, by=request.user)
        messages.success(request, _("Readers see it now."))
    else:
        messages.success(request, _("It is handed in. Readers see it when an editor has approved it."))
    return True


def _decide(doing: str, part: StandardPart, beneficiary: Beneficiary, form: DeclineForm, request: HttpRequest) -> bool:
    """What was decided meanwhile is said; nothing happens twice."""
    if not may_approve(request.user):
        raise Http404
    key = request.POST.get("entry", "")
    found = get_object_or_404(
        Implementation, part=part, beneficiary=beneficiary, pk=key if key.isdecimal() and len(key) < 19 else 0
    )
    if doing == "withdraw":
        withdraw(entry=found, by=request.user)
        messages.success(request, _("Readers do not see it any more."))
        return True
    if doing == "decline" and not form.is_valid():
        return False
    if doing == "approve":
        decided, said = approve(entry=found, by=request.user), _("Readers see it now.")
    else:
        decided = decline(entry=found, reason=form.cleaned_data["reason"], by=request.user)
        said = _("The entry is declined.")
    if decided:
        messages.success(request, said)
    else:
        messages.warning(request, _("Somebody has decided on this entry already."))
    return True


def _to_begin_with(entries: list[dict[str, Any]]) -> dict[str, Any]:
    code = current_reader().language.content_code
    for state in (EntryState.WAITING, EntryState.APPROVED):
        for one in entries:
            if one["state"] == state and one["code"] == code:
                seen = one["pk"] if state == EntryState.WAITING else None
                return {"language": code, "text": one["text"], "seen": seen}
    return {}


def _shown(one: Implementation) -> dict[str, Any]:
    """An entry, for those who write: in which language it is stands there always."""
    return {
        "pk": one.pk,
        "state": one.state,
        "state_label": one.get_state_display(),
        "code": one.language,
        "language": BY_CODE[one.language].native_name,
        "lang": lang_beside(html_lang_for_reader(one.language, current_reader().language)),
        "text": one.text,
        "made_at": one.made_at,
        "reason": one.reason,
    }


def _part(part: StandardPart, code: str, page: Standard) -> dict[str, Any]:
    heading, gist, found = wording(part, code, page.source_language)
    return {
        "number": numbered(part.number, words_in(code)),
        "anchor": part.anchor,
        "heading": heading,
        "gist": gist,
        "lang": lang_beside(html_lang_for_reader(found, current_reader().language)),
    }


def _frame(page: Standard, request: HttpRequest) -> dict[str, Any]:
    context = page.get_context(request)
    page_url = page.get_url(request) or ""
    return {
        "page": page,
        "localized": context["localized"],
        "content_lang": context["content_lang"],
        "language_links": language_links_for_path(request),
        "page_url": page_url,
        "overview_url": page_url + page.reverse_subpage("comparison"),
        "trail_items": [home_link(), {"label": context["localized"].headline, "url": page_url}],
    }


def _entry_url(page_url: str, page: Standard, part: StandardPart, slug: str) -> str:
    return page_url + page.reverse_subpage("comparison_entry", args=[part.anchor, slug])
