"""What a file would change, with a tick for each change; afterwards what was changed."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from portal.vocabulary.admin.exchange.page import ExchangeView
from portal.vocabulary.admin.exchange.shown import Preview, Report
from portal.vocabulary.exchange.applying import AlreadyMade, Circle, Outdated, current_plan, make_changes
from portal.vocabulary.models import Concept, ConceptImport

#: In a list of names that a message holds.
_NAMED: Final = 10


class ImportPreviewView(ExchangeView):
    """What the file would change, with a tick for each change; afterwards what was changed."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        kept = self._kept(pk)
        return self._report(kept) if kept.applied_at else self._preview(kept, None)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        kept = self._kept(pk)
        ticked = {
            (key, identifier)
            for key, _space, identifier in (one.partition(" ") for one in request.POST.getlist("change"))
        }
        if not ticked and kept.applied_at is None:
            messages.warning(request, _("Nothing is ticked, so nothing was changed."))
            return self._preview(kept, set())
        try:
            make_changes(import_=kept, ticked=ticked, user=request.user, may_add=self._may_add)
        except AlreadyMade:
            messages.warning(request, _("The changes of this file were made before."))
        except Outdated as error:
            messages.error(request, self._outdated(error))
            return self._preview(kept, {key for key, _identifier in ticked})
        except Circle as error:
            text = _("Nothing was changed: together these concepts would be broader than themselves: %(names)s")
            messages.error(request, text % {"names": _named(error.identifiers)})
            return self._preview(kept, {key for key, _identifier in ticked})
        else:
            messages.success(request, _("The ticked changes were made."))
        return redirect("vocabulary_import_preview", kept.pk)

    @property
    def _may_add(self) -> bool:
        return bool(self.request.user.has_perm("vocabulary.add_concept"))

    def _kept(self, pk: int) -> ConceptImport:
        return get_object_or_404(ConceptImport.objects.of(self.request.user), pk=pk)

    @staticmethod
    def _outdated(error: Outdated) -> str:
        text = _(
            "Nothing was changed: somebody changed the glossary while you looked at this page. Here is how it is now; "
            "your other ticks are kept. Look again at: %(names)s"
        )
        return text % {"names": _named(error.identifiers)}

    def _preview(self, kept: ConceptImport, ticked: set[str] | None) -> HttpResponse:
        self.template_name = "vocabulary/admin/import_preview.html"
        concepts = list(Concept.objects.order_by("identifier"))
        plan = current_plan(kept, concepts, may_add=self._may_add)
        preview = Preview(plan, kept, concepts, ticked)
        response: HttpResponse = self.render_to_response(self.get_context_data(preview=preview, kept=kept))
        return response

    def _report(self, kept: ConceptImport) -> HttpResponse:
        self.template_name = "vocabulary/admin/import_report.html"
        report = Report(kept, list(Concept.objects.order_by("identifier")))
        response: HttpResponse = self.render_to_response(self.get_context_data(report=report, kept=kept))
        return response


def _named(identifiers: list[str]) -> str:
    more = "" if len(identifiers) <= _NAMED else " …"
    return _(", ").join(identifiers[:_NAMED]) + more
