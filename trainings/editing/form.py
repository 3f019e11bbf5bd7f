"""Forms of a training: what depends on its sessions and quotas is checked when all of them are known."""

from __future__ import annotations

from typing import Any

from portal.core.editing.forms import ContentPageForm
from trainings.rules.sessions import wrong_sessions


class PartsChecked:
    """Of a form with the sessions and quotas of a training: the administration's and the portal's."""

    instance: Any
    formsets: dict[str, Any]
    is_deferred_validation = False

    def is_valid(self) -> bool:
        """Django checks the fields, then each session and quota by itself; this is about all of them together."""
        if not super().is_valid():  # type: ignore[misc]
            return False
        if not self.is_deferred_validation:
            for reason in self._reasons():
                self.add_error(None, reason)  # type: ignore[attr-defined]
        return not self.errors  # type: ignore[attr-defined]

    def _reasons(self) -> list[str]:
        from trainings.services.seats import too_few_seats

        reasons = wrong_sessions(self.instance, self._parts("sessions"))
        refusal = too_few_seats(self.instance, self._parts("quotas")) if self.instance.pk else ""
        return [*reasons, refusal] if refusal else reasons

    def _parts(self, name: str) -> list[Any]:
        """Sessions or quotas as they are to be; as they are, for whoever only translates."""
        if name not in self.formsets:
            return list(getattr(self.instance, name).all())
        forms = (form for form in self.formsets[name].forms if form.cleaned_data)
        return [form.instance for form in forms if not form.cleaned_data.get("DELETE")]


class TrainingForm(PartsChecked, ContentPageForm):
    """The edit form of the administration."""
