"""Fields that the forms of members have beside Django's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.core.languages.folding import fold
from portal.members.forms.choices import concept_labels, concepts_by_word
from portal.vocabulary.models import Concept

#: So many words of the glossary a person may name.
CONCEPTS: Final = 5


def one_line(value: str) -> str:
    """Spaces made one; raises ValidationError for what is more than one line, or has signs that nobody sees."""
    if not all(letter.isprintable() for letter in value):
        raise ValidationError(_("Write this in one line, without hidden characters."))
    return " ".join(value.split())


class SuggestedWords(forms.MultiWidget):
    """A few text fields in a row that share a list of suggestions."""

    template_name = "members/widgets/suggested_words.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__([forms.TextInput({"autocomplete": "off"}) for _number in range(CONCEPTS)], attrs)

    def decompress(self, value: Sequence[Concept] | None) -> list[str]:
        words = [concept.label for concept in value or ()]
        return (words + [""] * CONCEPTS)[:CONCEPTS]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["suggestions"] = concept_labels()
        context["list_id"] = f"{context['widget']['attrs'].get('id') or name}_words"
        for number, part in enumerate(context["widget"]["subwidgets"], 1):
            part["attrs"] |= {"list": context["list_id"], "aria-label": _("Word %(number)s") % {"number": number}}
        return context


class ConceptsField(forms.MultiValueField):
    """Words of the glossary, as somebody writes them: in any of its languages, in either script."""

    widget = SuggestedWords

    def __init__(self, **kwargs: Any) -> None:
        fields = [forms.CharField(required=False, max_length=200) for _number in range(CONCEPTS)]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[str]) -> list[Concept]:
        words = [word for word in data_list if word]
        if not words:
            return []
        known = concepts_by_word()
        if unknown := [word for word in words if fold(word) not in known]:
            raise ValidationError(
                _("Not a word of the glossary: %(words)s. Choose one of those suggested, or leave it out.")
                % {"words": ", ".join(unknown)}
            )
        return list(dict.fromkeys(known[fold(word)] for word in words))

    def clean(self, value: Any) -> list[Concept]:
        return super().clean(value) or []
