"""What membership adds to Wagtail's admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from portal.members.admin.policies import ConsentTextPolicy, MemberPolicy
from portal.members.admin.viewsets import MembersGroup
from portal.members.models import ConsentText, Member

register_permission_policy(Member, MemberPolicy(Member))
register_permission_policy(ConsentText, ConsentTextPolicy(ConsentText))
register_snippet(MembersGroup)
