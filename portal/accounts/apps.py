from typing import Any

from django.apps import AppConfig
from django.apps import apps as installed_apps
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.accounts import log

        post_migrate.connect(complete_roles, sender=self)
        log.connect()


def complete_roles(apps: Any = installed_apps, **_kwargs: Any) -> None:
    """Gives the roles what has come into being since: models that were added, or a database that was emptied.

    Emptying a database (`flush`) sends the signal without `apps`.
    """
    from portal.accounts.roles import apply_roles

    try:
        apps.get_model("wagtailcore", "GroupPagePermission")
    except LookupError:
        # Migrated back to before there was anything to give.
        return
    apply_roles(apps)
