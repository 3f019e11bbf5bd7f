from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "portal.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Watches what is published."""
        from portal.desk import checks  # noqa: F401
        from portal.desk.memory import receivers

        receivers.connect()
