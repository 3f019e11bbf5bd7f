"""The reports, one for each kind of finding, in the order of the overview."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BaseColumn
from wagtail.permissions import policy_registry

from portal.core.models import PortalDocument, PortalImage
from portal.desk.models import Finding, Kind
from portal.desk.models.checked_address import Answer
from portal.desk.reports.findings import FindingFilterSet, FindingsView
from portal.desk.review.permission import may_mark

#: A review counts as coming up this long before it is due.
SOON: Final = timedelta(days=60)

_WHERE: Final = ("place", gettext_lazy("Where"))
_LANGUAGE: Final = ("place", gettext_lazy("Language"))


def due_soon(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Of findings, those that are no reviews, and reviews that are overdue or coming up."""
    return findings.exclude(day__gt=timezone.localdate() + SOON)


class ReviewFilterSet(FindingFilterSet):
    language = None
    due = django_filters.ChoiceFilter(
        label=gettext_lazy("Due"),
        method="when",
        choices=[
            ("overdue", gettext_lazy("Overdue")),
            ("30", gettext_lazy("Within 30 days")),
            ("365", gettext_lazy("Within a year")),
        ],
    )

    def when(self, findings: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        today = timezone.localdate()
        return findings.filter(day__lt=today if value == "overdue" else today + timedelta(days=int(value)))


class ReviewsView(FindingsView):
    kind = Kind.REVIEW
    header_icon = "calendar-check"
    intro = gettext_lazy(
        "Reviews that are overdue or due within 60 days; choose another period beside the list. Look at the page, "
        "correct what changed, and set the next date."
    )
    filterset_class = ReviewFilterSet
    default_ordering = "day"
    shown = (("due", gettext_lazy("Due")), ("overdue", gettext_lazy("State")))

    def get_base_queryset(self) -> QuerySet[Finding]:
        found = super().get_base_queryset()
        # A period that is asked for may be longer than the usual one.
        return found if self.request.GET.get("due") else due_soon(found)

    def decorate(self, rows: list[Any]) -> None:
        for row in rows:
            row.due = date_format(row.day, "DATE_FORMAT")
            row.overdue = _("overdue") if row.day < timezone.localdate() else ""


class OutdatedView(FindingsView):
    kind = Kind.OUTDATED
    header_icon = "history"
    intro = gettext_lazy("The source has changed in substance since these languages were last checked against it.")
    shown = (_LANGUAGE,)


class MarkColumn(BaseColumn):
    """Leads to where a language is marked as read, for those who may."""

    cell_template_name = "desk/reports/mark_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "url": instance.mark_url}


class ToReadView(FindingsView):
    kind = Kind.TO_READ
    header_icon = "glasses"
    intro = gettext_lazy(
        "Working translations that nobody who speaks the language has read yet. Read the text, correct it, then mark "
        "it."
    )
    shown = (_LANGUAGE,)

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return [*super().columns, MarkColumn("mark", label="")]

    def decorate(self, rows: list[Any]) -> None:
        for row in rows:
            may = may_mark(self.request.user, row.language)
            row.mark_url = reverse("desk_mark_page", args=[row.page_id, row.language]) if may else ""


class MissingView(FindingsView):
    kind = Kind.MISSING
    header_icon = "warning"
    intro = gettext_lazy("What a page needs before it can be published.")
    shown = (_WHERE,)


class UnclassifiedView(FindingsView):
    kind = Kind.UNCLASSIFIED
    header_icon = "tag"
    intro = gettext_lazy("Readers look for pages by stage and by beneficiary; these are not found there.")
    shown = (("place", gettext_lazy("Missing")),)


class LinkedColumn(BaseColumn):
    """A text that leads to the form of a file, if there is a way."""

    cell_template_name = "desk/reports/linked_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "text": getattr(instance, self.name), "url": instance.file_url}


class PicturesView(FindingsView):
    kind = Kind.PICTURE
    header_icon = "image"
    intro = gettext_lazy(
        "Readers of these languages meet the picture and are not told what it shows. Write it on the form of the "
        "image, or tick there that it only decorates."
    )
    shown = (("picture", gettext_lazy("Picture")), _LANGUAGE)

    def column(self, name: str, label: Any) -> BaseColumn:
        return LinkedColumn(name, label=label) if name == "picture" else super().column(name, label)

    def decorate(self, rows: list[Any]) -> None:
        name_files(rows, PortalImage, "wagtailimages:edit", self.request.user, "picture")


class LinksView(FindingsView):
    kind = Kind.LINK
    header_icon = "link"
    intro = gettext_lazy(
        "Links to pages and files that are gone, not published or closed for some of the page's readers, and addresses "
        "elsewhere that do not work. Addresses elsewhere are asked once a week."
    )
    shown = (_WHERE, ("detail", gettext_lazy("Link")), ("answer", gettext_lazy("What is wrong")))

    def decorate(self, rows: list[Any]) -> None:
        inside = _("Leads nowhere, for some readers or for all")
        for row in rows:
            row.answer = str(Answer(row.reason).label) if row.reason else inside


class NumbersView(FindingsView):
    kind = Kind.NUMBER
    header_icon = "warning"
    intro = gettext_lazy(
        "What looks like a personal number of one of the beneficiaries and was not checked yet, in pages and in their "
        "files. A file is mended by replacing it."
    )
    shown = (_WHERE, ("file", gettext_lazy("File")))

    def column(self, name: str, label: Any) -> BaseColumn:
        return LinkedColumn(name, label=label) if name == "file" else super().column(name, label)

    def decorate(self, rows: list[Any]) -> None:
        name_files(rows, PortalDocument, "wagtaildocs:edit", self.request.user, "file")


class PersonsView(FindingsView):
    kind = Kind.PERSON
    header_icon = "user"
    intro = gettext_lazy(
        "Names after a title, e-mail addresses and mobile numbers of persons. Write roles instead, unless the person "
        "has agreed."
    )
    shown = (_WHERE,)


def name_files(rows: Iterable[Any], model: type[Any], url_name: str, user: Any, attribute: str) -> None:
    """Gives each row the title of its file, and the way to its form, as far as the user may know of it (one query)."""
    policy = policy_registry.get_by_type(model)
    keys = {row.object_id for row in rows if row.object_id}
    known = policy.instances_user_has_any_permission_for(user, ["change", "choose"]).filter(pk__in=keys)
    titles = dict(known.values_list("pk", "title")) if keys else {}
    for row in rows:
        is_known = row.object_id in titles
        setattr(row, attribute, titles[row.object_id] if is_known else _("A closed file") if row.object_id else "")
        row.file_url = reverse(url_name, args=[row.object_id]) if is_known else ""


REPORTS: Final[tuple[type[FindingsView], ...]] = (
    ReviewsView,
    OutdatedView,
    ToReadView,
    MissingView,
    UnclassifiedView,
    PicturesView,
    LinksView,
    NumbersView,
    PersonsView,
)
