"""What the network adds to Wagtail's admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from network.models import MessageReport
from network.relay.admin import MessageReportViewSet, ReportPolicy

register_permission_policy(MessageReport, ReportPolicy(MessageReport))
register_snippet(MessageReportViewSet)
