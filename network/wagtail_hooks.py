"""What the network adds to the admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from network.admin.preconditions import PreconditionViewSet
from network.models import MessageReport
from network.relay.admin import MessageReportViewSet, ReportPolicy

register_snippet(PreconditionViewSet)
register_permission_policy(MessageReport, ReportPolicy(MessageReport))
register_snippet(MessageReportViewSet)
