"""What a form asks in general, and one of its questions, with all their languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.languages.reader import current_reader
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion, FormKind


def _columns(*names: str) -> list[str]:
    """Of translated fields, language by language."""
    return [f"{name}_{code}" for code in CONTENT_CODES for name in names]


class _InLanguages(forms.ModelForm):
    """English and the reader's language come first, the others behind a line that opens them."""

    #: Names of translated fields with what stands above them; English of the first has to be written.
    texts: ClassVar[dict[str, Any]]
    #: Where the languages stand among the other fields.
    before: ClassVar[Sequence[str]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = current_reader().language.content_code
        self._first = _columns(*self.texts)[: len(self.texts)]
        self._first += [f"{name}_{own}" for name in self.texts if own != CONTENT_CODES[0]]
        for name, label in self.texts.items():
            for code in CONTENT_CODES:
                field_name = f"{name}_{code}"
                field = self.fields[field_name]
                # In the language in which the form is read now.
                field.label = gettext("%(what)s (%(language)s)") % {
                    "what": label,
                    "language": BY_CODE[code].native_name,
                }
                field.widget.attrs["lang"] = BY_CODE[code].html_lang
                field.required = False
                if field_name not in self._first:
                    field.help_text = ""
        self.fields[self._first[0]].required = True
        self.order_fields([*self.before, *self._first])

    def asked(self) -> Iterator[forms.BoundField]:
        """All but the texts in other languages than English and the reader's."""
        others = {field.name for field in self.in_other_languages()}
        return (field for field in self if field.name not in others)

    def in_other_languages(self) -> Iterator[forms.BoundField]:
        texts = set(_columns(*self.texts)) - set(self._first)
        return (field for field in self if field.name in texts)

    @property
    def opens_others(self) -> bool:
        """Whether one of them is wrong: then they are shown opened."""
        return any(field.errors for field in self.in_other_languages())


class SettingsForm(_InLanguages):
    """Title, introduction, and how answers are kept. A pass mark belongs to the test after the training only."""

    texts: ClassVar[dict[str, Any]] = {"title": _("Title"), "introduction": _("Introduction")}

    class Meta:
        model = EvaluationForm
        fields = (*_columns("title", "introduction"), "is_anonymous", "is_needed", "pass_mark", "attempts")
        widgets: ClassVar[dict[str, Any]] = {
            name: forms.Textarea(attrs={"rows": 3}) for name in _columns("introduction")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.kind != FormKind.POST:
            del self.fields["pass_mark"], self.fields["attempts"]


class QuestionForm(_InLanguages):
    """A question. Right options and points are asked for in tests only."""

    texts: ClassVar[dict[str, Any]] = {"text": _("Question"), "options": _("Options")}
    before: ClassVar[Sequence[str]] = ("kind",)

    class Meta:
        model = EvaluationQuestion
        fields = ("kind", *_columns("text", "options"), "right", "points", "is_required")
        widgets: ClassVar[dict[str, Any]] = {
            "kind": forms.RadioSelect,
            **{name: forms.Textarea(attrs={"rows": 4}) for name in _columns("options")},
            **{name: forms.Textarea(attrs={"rows": 2}) for name in _columns("text")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [choice for choice in kind.choices if choice[0]]
        if not self.instance.form.is_test:
            del self.fields["right"], self.fields["points"]
