"""Local settings with the bare view; data in the folder that VAR_DIR names."""

from portal.settings.local import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.urls"
LOGGING = {**LOGGING, "root": {"handlers": ["console"], "level": "WARNING"}}  # noqa: F405
