"""Which trainings are counted: the form above the numbers, read from the address."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from portal.core.pages.listing import date_range
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.narrowing import filed_under
from portal.vocabulary.words import beneficiary_words, terms_of
from trainings.models import TrainingPage

_MONTHS = 3


def _all_or(words: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("", pgettext("filter", "All")), *words]


def _beneficiaries() -> list[tuple[str, str]]:
    return _all_or((one.code, one.name) for one in alphabetical(beneficiary_words().values(), "name"))


def _areas() -> list[tuple[str, str]]:
    return _all_or((one.code, one.label) for one in terms_of(FacetCode.PRIORITY_AREA))


def _stages() -> list[tuple[str, str]]:
    return _all_or((one.code, one.label) for one in terms_of(FacetCode.STAGE))


class FilterForm(forms.Form):
    """Who is counted is never narrowed by gender, agency or position: two such tables would tell a third."""

    # "from" is a word of the language this is written in.
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    beneficiary = forms.ChoiceField(label=_("Beneficiary of the participants"), choices=_beneficiaries, required=False)
    topic = forms.ChoiceField(label=_("Priority area"), choices=_areas, required=False)
    stage = forms.ChoiceField(label=_("Stage"), choices=_stages, required=False)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day is before the first."))
        return values

    def condition(self, today: date) -> Q:
        """The condition on enrolments, of a valid form: trainings that ended in this time, and not after today."""
        values = self.cleaned_data
        until = min(values["until"] or today, today)
        condition = Q(training__end__lte=until)
        if values["since"]:
            condition &= Q(training__end__gte=values["since"])
        if values["beneficiary"]:
            condition &= Q(beneficiary__code=values["beneficiary"])
        if values["topic"] or values["stage"]:
            topics = [values["topic"]] if values["topic"] else []
            fitting = filed_under(TrainingPage.objects.order_by(), TrainingPage, (), topics)
            if values["stage"]:
                fitting = fitting.filter(stages__facet__code=FacetCode.STAGE, stages__code=values["stage"])
            condition &= Q(training__in=fitting.values("pk"))
        return condition

    @property
    def is_of_trainings(self) -> bool:
        """Whether the condition narrows trainings only, and of these counts everybody."""
        return not self.cleaned_data["beneficiary"]

    def in_words(self, today: date) -> list[tuple[str, str]]:
        """What was chosen, as name and value: it stands above the numbers, on paper and in files too."""
        values = self.cleaned_data
        until = min(values["until"] or today, today)
        days = (
            date_range(values["since"], until)
            if values["since"] and values["since"] <= until
            else gettext("until %(day)s") % {"day": date_range(until, until)}
        )
        chosen = [(str(_("Trainings that ended")), days)]
        for name in ("beneficiary", "topic", "stage"):
            if values[name]:
                field: Any = self.fields[name]
                chosen.append((str(field.label), dict(field.choices)[values[name]]))
        return chosen

    def address(self) -> str:
        """What was chosen, as the end of an address; "" for nothing."""
        chosen = {name: value for name in self.fields if (value := self.data.get(name))}
        return f"?{urlencode(chosen)}" if chosen else ""


def presets(chosen: QueryDict, today: date) -> list[dict[str, str]]:
    """The quarters and years that people report on most, as links: this one and the last. What else is chosen stays."""
    year, quarter = date(today.year, 1, 1), _quarter(today)
    before = quarter - timedelta(days=1)
    spans = (
        (gettext("This quarter"), quarter, today),
        (gettext("Last quarter"), _quarter(before), before),
        (gettext("This year"), year, today),
        (gettext("Last year"), date(today.year - 1, 1, 1), year - timedelta(days=1)),
    )
    others = {name: value for name in ("beneficiary", "topic", "stage") if (value := chosen.get(name))}
    return [
        {"label": label, "url": f"?{urlencode({'since': since.isoformat(), 'until': until.isoformat(), **others})}"}
        for label, since, until in spans
    ]


def _quarter(day: date) -> date:
    """The first day of the quarter that this day is in."""
    return date(day.year, day.month - (day.month - 1) % _MONTHS, 1)
