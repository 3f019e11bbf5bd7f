"""Having the text of documents read again, from the list of documents in the admin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.documents.views.bulk_actions.document_bulk_action import DocumentBulkAction

from portal.core.models.document import PortalDocument


class ReadAgain(DocumentBulkAction):
    """For files that took too long, were too large for the limits of that day, or were mended where they lie."""

    display_name = _("Read again")
    action_type = "read_again"
    aria_label = _("Read the text of the selected documents again")
    template_name = "core/editing/read_again.html"
    action_priority = 50

    def check_perm(self, document: PortalDocument) -> bool:
        return bool(self.permission_policy.user_has_permission_for_instance(self.request.user, "change", document))

    @classmethod
    def execute_action(cls, objects: Sequence[PortalDocument], **_kwargs: Any) -> tuple[int, int]:
        return PortalDocument.objects.filter(pk__in=[document.pk for document in objects]).read_again(), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)s document is read again; its page says what came of it.",
            "%(count)s documents are read again; their pages say what came of it.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
