"""What the search adds to Wagtail's admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from search.lexicon.admin.policy import ReadOnlyPolicy
from search.lexicon.admin.viewsets import LexiconGroup
from search.lexicon.imported import ImportedSource

register_permission_policy(ImportedSource, ReadOnlyPolicy(ImportedSource))
register_snippet(LexiconGroup)
