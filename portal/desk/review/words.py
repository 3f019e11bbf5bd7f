"""The report of terms and names that a native specialist should read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin

from portal.core.editing.known_pages import PAGE_POLICY
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.languages.reader import current_reader
from portal.desk.reports.findings import PERMISSIONS
from portal.desk.review.permission import may_mark_word
from portal.vocabulary.models import Beneficiary, Concept, Facet, Institution, Term

_ROWS: Final = 50


@dataclass(frozen=True, slots=True)
class WordKind:
    """`texts` are its translated fields, that by which it is called first."""

    model: Any
    texts: tuple[str, ...]


KINDS: Final[dict[str, WordKind]] = {
    "concept": WordKind(Concept, ("label", "alternative_labels", "note")),
    "term": WordKind(Term, ("label", "description")),
    "facet": WordKind(Facet, ("label",)),
    "beneficiary": WordKind(Beneficiary, ("name", "capital")),
    "institution": WordKind(Institution, ("name",)),
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word in one language, beside its English."""

    kind: Any
    english: str
    texts: tuple[str, ...]
    mark_url: str


def words_url(code: str) -> str:
    return f"{reverse(WordsView.index_url_name)}?{urlencode({'language': code})}"


def words_to_read(user: Any) -> int:
    """The number of words with a language that this user may mark (one query a kind)."""
    codes = {code for code in CONTENT_CODES if may_mark_word(user, code)}
    flags = (flags for kind in KINDS.values() for flags in _flagged(kind).values_list("review_languages", flat=True))
    return sum(bool(codes & set(one.split())) for one in flags)


def words_in(code: str, user: Any) -> list[Word]:
    """The words to be read in a language, by kind and by their English (one query a kind)."""
    return [word for name, kind in KINDS.items() for word in sorted(_words(name, kind, code, user), key=_by_english)]


def _words(name: str, kind: WordKind, code: str, user: Any) -> Iterator[Word]:
    marks = may_mark_word(user, code)
    # No code is part of another, so containing is enough.
    for word in _flagged(kind).filter(review_languages__contains=code):
        url = reverse("desk_mark_word", args=[name, word.pk, code]) if marks else ""
        texts = tuple(text for field in kind.texts if (text := getattr(word, f"{field}_{code}")))
        yield Word(kind.model._meta.verbose_name, getattr(word, f"{kind.texts[0]}_en") or "", texts, url)


def _flagged(kind: WordKind) -> Any:
    return kind.model._default_manager.exclude(review_languages="").order_by("pk")


def _by_english(word: Word) -> str:
    return word.english.casefold()


class LanguageForm(forms.Form):
    """Which language; none, or one there is not, is as if the editor's own had been asked for."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES]
    )


def first_language(user: Any) -> str:
    """The language that somebody sees first: one of theirs, the one that they work in before others."""
    own = current_reader().language.content_code
    theirs = [code for code in CONTENT_CODES if may_mark_word(user, code)] or list(CONTENT_CODES)
    return own if own in theirs else theirs[0]


class WordsView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    permission_policy = PAGE_POLICY
    any_permission_required = PERMISSIONS
    page_title = gettext_lazy("Terms and names to be read by a native specialist")
    header_icon = "openquote"
    template_name = "desk/review/words.html"
    index_url_name = "desk_words"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = LanguageForm(self.request.GET)
        code = asked.cleaned_data["language"] if asked.is_valid() else first_language(self.request.user)
        words = Paginator(words_in(code, self.request.user), _ROWS).get_page(self.request.GET.get("p"))
        context: dict[str, Any] = super().get_context_data(
            form=LanguageForm(initial={"language": code}), words=words, language=BY_CODE[code], **kwargs
        )
        return context
