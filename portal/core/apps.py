from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Collects what the features declare: starter content, dates, links of the page frame, addresses, stages."""
        autodiscover_modules("starter", "calendar_entries", "frame_links", "sitemap_entries", "stage_sections")
