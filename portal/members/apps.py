from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class MembersConfig(AppConfig):
    name = "portal.members"
    label = "members"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Collects what features do when somebody joins or leaves, and their circles; notices when people change."""
        from portal.members import receivers  # noqa: F401

        autodiscover_modules("member_circles", "member_joining", "member_leaving")
