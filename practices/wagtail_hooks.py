"""What practices add to the admin."""

from wagtail.snippets.models import register_snippet

from practices.admin.parts import StandardPartViewSet

register_snippet(StandardPartViewSet)
