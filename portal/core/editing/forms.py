"""The edit form of a content page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms.pages import WagtailAdminPageForm

from portal.core.content_language.localized import translated_fields
from portal.core.content_language.readiness import Readiness, State
from portal.core.editing.access import language_to_begin_in, may_edit_source, open_codes
from portal.core.editing.checking import mark_as_checked
from portal.core.editing.persons import NumbersConfirmation
from portal.core.languages.catalogue import CONTENT_CODES

#: Form fields that every user gets, whatever languages are open.
_ALWAYS = {"open_languages", "seen_source_version", "seen_numbers", "numbers_checked", "comment_notifications"}


#: What Wagtail calls the comments among the parts of a form.
_COMMENTS = "comments"


class ContentPageForm(WagtailAdminPageForm):
    """Has fields only for the languages that are open, so that saving touches no other.

    An editor has the source and at most one other language; a translator one language, and nothing but it. Which
    ones, the hidden field `open_languages` carries from the page shown to the page saved.
    """

    open_languages = forms.CharField(widget=forms.HiddenInput, required=False)
    seen_source_version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    change_is_substantial = forms.BooleanField(
        required=False,
        label=_("This change is substantial: translations must be checked"),
        help_text=_("Leave unticked for corrections of spelling or style; nothing is marked as outdated then."),
    )
    up_to_date = forms.BooleanField(
        required=False,
        label=_("This translation has been checked against the present source"),
        help_text=_("The source has changed in substance since. Tick when this text says the same again."),
    )

    seen_numbers = forms.CharField(widget=forms.HiddenInput, required=False)
    numbers_checked = forms.BooleanField(
        required=False, label=_("I have checked: none of these is the number of a real person")
    )

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        page = self.instance
        self.confirmation = NumbersConfirmation(page)
        wanted: Iterable[str] = getattr(page, "wanted_languages", ())
        if data is not None:
            wanted = data.get("open_languages", "").split()
        if page.pk is None:
            page.source_language = language_to_begin_in(wanted)
            self.initial["source_language"] = page.source_language
        self.open_codes = open_codes(self.for_user, page, wanted)
        self.translation_code = next((code for code in self.open_codes if code != page.source_language), None)
        self._drop_fields_of_closed_languages()
        if not may_edit_source(self.for_user):
            self._keep_only_translation()
        if self.translation_code is None or page.state(self.translation_code) != State.OUTDATED:
            self.fields.pop("up_to_date", None)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if page.pk is None and f"readiness_{page.source_language}" in self.fields:
            self.initial[f"readiness_{page.source_language}"] = Readiness.READY
        self.initial["open_languages"] = " ".join(self.open_codes)
        self.initial["seen_source_version"] = page.source_version

    def _drop_fields_of_closed_languages(self) -> None:
        for field in translated_fields(type(self.instance)):
            for code in CONTENT_CODES:
                if code not in self.open_codes:
                    self.fields.pop(f"{field}_{code}", None)

    def _keep_only_translation(self) -> None:
        kept = _ALWAYS | {"up_to_date"}
        if self.translation_code is not None:
            kept |= {f"{field}_{self.translation_code}" for field in translated_fields(type(self.instance))}
        for name in list(self.fields):
            if name not in kept:
                del self.fields[name]
        # Parts of the page are no texts; comments are everybody's.
        for name in list(self.formsets):
            if name != _COMMENTS:
                del self.formsets[name]

    def _post_clean(self) -> None:
        super()._post_clean()
        is_ticked = self.cleaned_data.get("numbers_checked")
        self.confirmation.confirm(self.cleaned_data.get("seen_numbers", "").split() if is_ticked else ())
        if self.is_deferred_validation or self.errors:
            return
        self._show_choices_to_instance()
        for missing in self.instance.missing_for_publishing():
            # An error that belongs to no field of the form stands at its top.
            name = missing.form_field if missing.form_field in self.fields else None
            self.add_error(name, ValidationError(missing.message, code="missing"))

    def _show_choices_to_instance(self) -> None:
        """A form hands many-to-many choices to its page only when it is saved; the check needs them before."""
        for field in self.instance._meta.get_fields():
            if isinstance(field, ParentalManyToManyField) and field.name in self.cleaned_data:
                setattr(self.instance, field.name, list(self.cleaned_data[field.name]))

    def save(self, commit: bool = True) -> Any:
        page = self.instance
        if "change_is_substantial" in self.fields and self.cleaned_data.get("change_is_substantial"):
            page.source_version += 1
        code = self.translation_code
        if code is not None and self._makes_current(code):
            mark_as_checked(page, code, self.cleaned_data.get("seen_source_version"))
        return super().save(commit)

    def _makes_current(self, code: str) -> bool:
        """A translation is current when somebody says so: by ticking the box, or by making it ready at first."""
        if self.cleaned_data.get("up_to_date"):
            return True
        became_ready = f"readiness_{code}" in self.changed_data and not self.initial.get(f"readiness_{code}")
        return became_ready and bool(self.cleaned_data.get(f"readiness_{code}"))
