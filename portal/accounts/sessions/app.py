"""allauth's table of sessions, kept in our way. Installed in the place of `allauth.usersessions`."""

from allauth.usersessions.apps import UserSessionsConfig


class PortalSessionsConfig(UserSessionsConfig):
    def ready(self) -> None:
        """Without allauth's own receivers: they keep addresses and full names of browsers, and miss the admin."""
        from portal.accounts.sessions import recording

        recording.connect()
