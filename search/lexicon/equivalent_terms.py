"""Synonyms and equivalents that editors enter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

from portal.core.languages.catalogue import CONTENT_CODES
from search.analysis.language_groups import GROUP_OF
from search.lexicon.terms import MAX_WORDS, lemmas_of

_SEPARATOR = re.compile(r"[,;\r\n]+")
_LONGEST = 100


def separate_terms(text: str) -> list[str]:
    """Terms separated by commas, semicolons or lines, each once."""
    return list(dict.fromkeys(filter(None, (" ".join(part.split()) for part in _SEPARATOR.split(text)))))


def _terms_field(name: str) -> models.TextField[str, str]:
    return models.TextField(name, blank=True)


class EquivalentTerms(PreviewableMixin, models.Model):
    """Terms that mean the same, in one language or in several: who searches for one finds the others too.

    Each field holds the terms of one language, one a line. Anybody may see them: what searches find by them is shown.
    """

    terms_en = _terms_field("English")
    terms_sq = _terms_field("Shqip")
    terms_bs = _terms_field("Bosanski")
    terms_cnr = _terms_field("Crnogorski")
    terms_mk = _terms_field("Македонски")
    terms_sr = _terms_field("Српски")
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("For other editors: why it is needed."))
    changed_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        verbose_name = _("synonyms and equivalents")
        verbose_name_plural = _("synonyms and equivalents")
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return " = ".join(text for _lang, text in self.all_terms())[:_LONGEST]

    def terms_in(self, lang: str) -> list[str]:
        """The terms of a content language."""
        return separate_terms(getattr(self, f"terms_{lang}"))

    def all_terms(self) -> Iterator[tuple[str, str]]:
        """Content language and term, in the order of the languages."""
        for lang in CONTENT_CODES:
            for text in self.terms_in(lang):
                yield lang, text

    def clean(self) -> None:
        """Puts each term on a line of its own. Raises ValidationError for what says nothing, or cannot be found."""
        super().clean()
        errors = {f"terms_{lang}": _objections(self.terms_in(lang), lang) for lang in CONTENT_CODES}
        errors = {field: objections for field, objections in errors.items() if objections}
        if errors:
            raise ValidationError(errors)
        for lang in CONTENT_CODES:
            setattr(self, f"terms_{lang}", "\n".join(self.terms_in(lang)))
        if len({(GROUP_OF[lang], lemmas_of(text, GROUP_OF[lang])) for lang, text in self.all_terms()}) < 2:
            raise ValidationError(
                _("Enter at least two terms that differ. Forms of one word, and both scripts, are found without it.")
            )

    def make_preview_request(
        self, original_request: HttpRequest, preview_mode: str = "", extra_request_attrs: object = None
    ) -> TemplateResponse:
        """What searches find by this entry, in the language of the admin: there is no page that readers see."""
        # Effects are worked out with a lexicon, which is made of entries.
        from search.lexicon.admin.effects import effects_of

        context = {"effects": effects_of(self)}
        return TemplateResponse(original_request, "search/admin/equivalent_terms_preview.html", context)


def _objections(terms: list[str], lang: str) -> list[ValidationError]:
    return [objection for text in terms for objection in _objections_to(text, lang)]


def _objections_to(text: str, lang: str) -> Iterator[ValidationError]:
    number = len(lemmas_of(text, GROUP_OF[lang]))
    if number > MAX_WORDS or len(text) > _LONGEST:
        yield ValidationError(_("“%(term)s” is too long: nobody types it alike twice."), params={"term": text})
    elif not number:
        yield ValidationError(_("“%(term)s” has no word that can be searched for."), params={"term": text})
