"""Production refuses to start while something it needs is missing."""

import runpy

import pytest
from django.core.exceptions import ImproperlyConfigured

COMPLETE = {
    "SECRET_KEY": "long and random " * 4,
    "ALLOWED_HOSTS": "portal.example.org",
    "DATABASE_URL": "postgresql://portal:word@127.0.0.1/portal",
    "BASE_URL": "https://portal.example.org",
}
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def start(monkeypatch):
    """The settings of production with this environment, and mail sent in this way."""

    def settings_with(mail=SMTP, **variables):
        for name in COMPLETE:
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("portal.settings.base.EMAIL_CONFIG", {"EMAIL_BACKEND": mail})
        return runpy.run_module("portal.settings.production")

    return settings_with


def test_it_starts_with_everything_it_needs(start):
    settings = start(**COMPLETE)
    assert settings["DEBUG"] is False
    assert settings["ALLOW_DEMO_ADMINISTRATOR"] is False
    assert settings["ALLOWED_HOSTS"] == ["portal.example.org"]
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://portal.example.org"]


@pytest.mark.parametrize("name", COMPLETE)
@pytest.mark.parametrize("value", ["", "  ", None])
def test_it_does_not_start_without_one_of_them(start, name, value):
    variables = (
        {**COMPLETE, name: value} if value is not None else {key: COMPLETE[key] for key in COMPLETE.keys() - {name}}
    )
    with pytest.raises(ImproperlyConfigured, match=f"Set the {name} environment variable"):
        start(**variables)


def test_it_does_not_write_mail_to_the_log(start):
    with pytest.raises(ImproperlyConfigured, match="Set EMAIL_URL to a mail server"):
        start(mail="django.core.mail.backends.console.EmailBackend", **COMPLETE)
