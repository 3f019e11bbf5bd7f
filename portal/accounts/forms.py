"""What people settle about their own account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import LANGUAGES
from portal.core.languages.own_names import OwnNamesSelect
from portal.core.registries.notifications import Frequency, NotificationKind
from portal.core.text_size import SIZES

SIZE_NAMES = dict(zip(SIZES, (_("Normal text"), _("Larger text"), _("Largest text")), strict=True))


class PreferencesForm(forms.Form):
    """In what language and script, and how large, somebody reads."""

    language = forms.ChoiceField(
        label=_("Language and script"),
        choices=[(language.code, language.native_name) for language in LANGUAGES],
        widget=OwnNamesSelect,
        help_text=_("The portal writes its e-mails to you in it. Pages you can read in any language, at any time."),
    )
    text_size = forms.ChoiceField(
        label=_("Text size"),
        choices=list(SIZE_NAMES.items()),
        widget=forms.RadioSelect,
        help_text=_(
            "Kept with your account, and set on every device on which you sign in. The buttons on a page change it on"
            " that device only."
        ),
    )


class NotificationsForm(forms.Form):
    """One question for each kind that concerns the person."""

    def __init__(
        self, kinds: Iterable[NotificationKind], chosen: Mapping[str, Frequency], data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        for kind in kinds:
            self.fields[kind.code] = forms.ChoiceField(
                label=kind.label,
                choices=[(one.value, one.label) for one in Frequency if one in kind.allowed],
                widget=forms.RadioSelect,
                initial=chosen[kind.code],
            )

    @property
    def choices(self) -> dict[str, Frequency]:
        """What was chosen, once the form is valid."""
        return {code: Frequency(value) for code, value in self.cleaned_data.items()}
