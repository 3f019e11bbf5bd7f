from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "portal.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Notices from now on that pages change, and what is published."""
        from portal.desk import checks  # noqa: F401
        from portal.desk.assigning import receivers as assigning
        from portal.desk.findings import noticing
        from portal.desk.memory import receivers as memory

        noticing.connect()
        memory.connect()
        assigning.connect()
