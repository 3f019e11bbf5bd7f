"""For trying out and developing: no secret needed, everything in one process. Never for the public."""

from portal.settings.base import *  # noqa: F403

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="local-only-not-a-secret-" + "0" * 40)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

#: `manage.py prepare` may make an administrator with a known password. Production never sets this.
ALLOW_DEMO_ADMINISTRATOR = True
