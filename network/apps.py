from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "network"
    label = "network"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Notices what changes the words by which members are found."""
        from network.directory import receivers

        receivers.connect()
