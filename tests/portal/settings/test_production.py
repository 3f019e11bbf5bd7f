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


def test_visitors_behind_its_proxy_are_told_apart(start):
    assert start(**COMPLETE)["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1
    assert start(**COMPLETE, TRUSTED_PROXY_COUNT="2")["ALLAUTH_TRUSTED_PROXY_COUNT"] == 2


@pytest.mark.parametrize("name", COMPLETE)
@pytest.mark.parametrize("value", ["", "  ", None])
def test_it_does_not_start_without_one_of_them(start, name, value):
    variables = (
        {**COMPLETE, name: value} if value is not None else {key: COMPLETE[key] for key in COMPLETE.keys() - {name}}
    )
    with pytest.raises(ImproperlyConfigured, match=f"Set the {name} environment variable"):
        start(**variables)


@pytest.fixture
def start_with_cluster(start, monkeypatch):
    """As it starts with these settings of Elasticsearch, which are read when the settings that all share are loaded."""

    def settings_with(url="", **others):
        monkeypatch.setattr("portal.settings.base.ELASTICSEARCH_URL", url.split(",") if url else [])
        for name, value in others.items():
            monkeypatch.setattr(f"portal.settings.base.ELASTICSEARCH_{name}", value)
        return start(**COMPLETE)

    return settings_with


def test_it_starts_with_a_cluster(start_with_cluster, tmp_path):
    certificates = tmp_path / "ca.pem"
    certificates.touch()
    url = "https://one.example:9200,https://two.example:9200"
    settings = start_with_cluster(url, API_KEY="a2V5", CA_CERTS=str(certificates), INDEX_PREFIX="portal-2.test")
    assert settings["ELASTICSEARCH_URL"] == url.split(",")
    assert start_with_cluster("http://elastic:word@search:9200", API_KEY="", CA_CERTS="")["DEBUG"] is False


@pytest.mark.parametrize(
    ("url", "others", "complaint"),
    [
        ("", {"API_KEY": "a2V5"}, "Set ELASTICSEARCH_URL"),
        ("", {"CA_CERTS": "ca.pem"}, "Set ELASTICSEARCH_URL"),
        ("search:9200", {}, "in full"),
        ("https://search.example", {}, "in full"),
        ("https://one.example:9200,http://two.example:9200", {}, "or none"),
        ("https://elastic:word@one.example:9200", {"API_KEY": "a2V5"}, "not both"),
        ("http://one.example:9200", {"CA_CERTS": "ca.pem"}, "of no use"),
        ("https://one.example:9200", {"CA_CERTS": "/nowhere/ca.pem"}, "names no file"),
        ("https://one.example:9200", {"INDEX_PREFIX": "Portal*"}, "small letters"),
        ("https://one.example:9200", {"INDEX_PREFIX": ""}, "small letters"),
    ],
)
def test_half_a_cluster_is_none(start_with_cluster, url, others, complaint):
    with pytest.raises(ImproperlyConfigured, match=complaint):
        start_with_cluster(url, **others)


def test_it_does_not_write_mail_to_the_log(start):
    with pytest.raises(ImproperlyConfigured, match="Set EMAIL_URL to a mail server"):
        start(mail="django.core.mail.backends.console.EmailBackend", **COMPLETE)
