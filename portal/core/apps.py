from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Collects what the features declare, and says who works on which pages and files in the administration."""
        from portal.core.editing.dialog_words import translate_dialogs
        from portal.core.editing.policies import register_policies

        autodiscover_modules(
            "starter",
            "account_sections",
            "calendar_entries",
            "dashboard",
            "done_this",
            "frame_links",
            "notification_kinds",
            "translations_waiting",
            "personal_data",
            "sitemap_entries",
            "stage_sections",
        )
        register_policies()
        translate_dialogs()
