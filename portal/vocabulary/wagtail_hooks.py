"""What the vocabulary adds to Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from portal.vocabulary.admin.deletion import refuse_words_in_use
from portal.vocabulary.admin.exchange.urls import exchange_addresses
from portal.vocabulary.admin.institutions import keep_to_their_own
from portal.vocabulary.admin.policy import FixedSetPolicy, InstitutionPolicy
from portal.vocabulary.admin.viewsets import VocabularyGroup
from portal.vocabulary.exchange.applying import LOG_ACTION
from portal.vocabulary.models import Facet, Institution

register_permission_policy(Facet, FixedSetPolicy(Facet))
register_permission_policy(Institution, InstitutionPolicy(Institution))
register_snippet(VocabularyGroup)
hooks.register("before_delete_snippet", refuse_words_in_use)
hooks.register("before_edit_snippet", keep_to_their_own)
hooks.register("register_admin_urls", exchange_addresses)


@hooks.register("register_log_actions")
def import_in_history(actions: Any) -> None:
    """What the history of a concept says when an import changed it."""

    @actions.register_action(LOG_ACTION)
    class ImportFormatter(LogFormatter):
        label = gettext_lazy("Import")

        def format_message(self, log_entry: Any) -> str:
            return _("Changed by the import of “%(file)s”") % {"file": log_entry.data["file"]}
