"""What the network adds to the admin."""

from wagtail.snippets.models import register_snippet

from network.admin.preconditions import PreconditionViewSet

register_snippet(PreconditionViewSet)
