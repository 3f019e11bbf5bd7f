"""People in Wagtail's admin, with our forms. Installed in the place of `wagtail.users`."""

from wagtail.users.apps import WagtailUsersAppConfig


class PortalUsersConfig(WagtailUsersAppConfig):
    user_viewset = "portal.accounts.admin_users.UserViewSet"
