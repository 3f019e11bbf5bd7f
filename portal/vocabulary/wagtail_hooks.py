"""What the vocabulary adds to Wagtail's admin."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from portal.vocabulary.admin.deletion import refuse_words_in_use
from portal.vocabulary.admin.institutions import keep_to_their_own
from portal.vocabulary.admin.policy import FixedSetPolicy, InstitutionPolicy
from portal.vocabulary.admin.viewsets import VocabularyGroup
from portal.vocabulary.models import Facet, Institution

register_permission_policy(Facet, FixedSetPolicy(Facet))
register_permission_policy(Institution, InstitutionPolicy(Institution))
register_snippet(VocabularyGroup)
hooks.register("before_delete_snippet", refuse_words_in_use)
hooks.register("before_edit_snippet", keep_to_their_own)
