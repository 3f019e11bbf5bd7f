"""What the table can be narrowed by. All of it stands in the address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.accounts.models import User
from portal.core.content_language.readiness import State
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.desk.assigning.people import works_on
from portal.desk.models import Assignment
from portal.desk.states.columns import has_title, is_to_do, page_types, type_keys

_ME, _NOBODY, _SOMEBODY = "me", "nobody", "somebody"
#: Beside the states: whatever has something to be translated.
_TO_DO: Final = "to-do"
_ANY: Final = ("", _("All"))


class TableChoices(forms.Form):
    """What makes no sense is as if it had not been asked for."""

    q = forms.CharField(label=_("Title"), required=False, max_length=200)
    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Type of page"), required=False)
    section = forms.ChoiceField(label=_("Section"), required=False)
    assigned = forms.ChoiceField(label=_("Assigned to"), required=False)
    due = forms.ChoiceField(label=_("Due"), required=False)
    review = forms.BooleanField(label=_("To be read by a native specialist"), required=False)

    def __init__(self, data: Any, *, user: Any) -> None:
        super().__init__(data)
        self.user = user
        works = works_on(user)
        self.sections = {str(page.pk): page for page in _sections(works)}
        offered: dict[str, Iterable[Any]] = {
            "language": [(code, BY_CODE[code].native_name) for code in CONTENT_CODES],
            "state": [(_TO_DO, _("To be translated")), *State.choices],
            "kind": sorted(_kinds(), key=lambda kind: kind[1]),
            "section": [(key, _indented(page)) for key, page in self.sections.items()],
            "assigned": [
                (_ME, _("Me")),
                (_NOBODY, _("Nobody")),
                (_SOMEBODY, _("Somebody")),
                *((str(person.pk), str(person)) for person in _translators(works)),
            ],
            "due": [
                ("overdue", _("Overdue")),
                ("soon", _("Within a week")),
                ("dated", _("With a date")),
                ("undated", _("Without a date")),
            ],
        }
        for name, choices in offered.items():
            field: Any = self.fields[name]
            field.choices = [_ANY, *choices]
        self.full_clean()

    def get(self, name: str) -> Any:
        return self.cleaned_data.get(name) or ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The language that was chosen, or all."""
        return (self.get("language"),) if self.get("language") else CONTENT_CODES

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.values())

    def narrow(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        """Of pages with states those that were asked for."""
        if text := self.get("q"):
            pages = pages.filter(has_title(text))
        if kind := self.get("kind"):
            pages = pages.filter(content_type__in=[key for m, key in type_keys().items() if m._meta.model_name == kind])
        if section := self.get("section"):
            pages = pages.filter(path__startswith=self.sections[section].path)
        if self.get("state") or self.get("review"):
            pages = pages.filter(self._in_a_language())
        return self._by_assignment(pages)

    def _in_a_language(self) -> Q:
        """State and review of one and the same language: of the one that was chosen, or of any."""
        found = Q()
        for code in self.codes:
            wanted = Q(**{f"review_{code}": True}) if self.get("review") else Q()
            if state := self.get("state"):
                wanted &= is_to_do(code) if state == _TO_DO else Q(**{f"state_{code}": state})
            found |= wanted
        return found

    def _by_assignment(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        assigned, due = self.get("assigned"), self.get("due")
        rows = Assignment.objects.filter(page=OuterRef("pk"), language__in=self.codes)
        if assigned == _NOBODY:
            return pages.filter(~Exists(rows))
        if not assigned and not due:
            return pages
        if assigned and assigned != _SOMEBODY:
            rows = rows.filter(assignee=self.user.pk if assigned == _ME else assigned)
        if due == "overdue":
            rows = rows.overdue(timezone.localdate())
        elif due == "soon":
            rows = rows.due_soon(7)
        elif due:
            rows = rows.filter(due__isnull=due == "undated")
        return pages.filter(Exists(rows))


def _kinds() -> Iterable[tuple[str, str]]:
    for model in page_types():
        yield str(model._meta.model_name), capfirst(str(model._meta.verbose_name))


def _sections(works: QuerySet[Page]) -> list[Page]:
    """Pages with others below them, as far as this person works on them, in the order of the tree."""
    above = works.filter(numchild__gt=0, depth__gt=1, content_type__in=type_keys().values())
    return list(above.order_by("path").only("pk", "path", "depth", "draft_title", "title"))


def _indented(page: Page) -> str:
    return f"{'– ' * (page.depth - 2)}{page.draft_title or page.title}"


def _translators(works: QuerySet[Page]) -> QuerySet[User]:
    """Everybody who has a translation of a page that this person works on."""
    rows = Assignment.objects.filter(page__in=works.values("pk"))
    return User.objects.filter(pk__in=rows.values("assignee")).order_by("last_name", "first_name", "email")
