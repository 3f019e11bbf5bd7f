"""The administrator for trying out."""

import stat

import pytest
from django.core.management import CommandError, call_command

from portal.accounts.demo import ADDRESS
from portal.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    return settings.VAR_DIR


def test_makes_a_superuser_and_says_how_to_sign_in(var, capsys, client):
    call_command("demo_administrator")
    password = (var / "demo-administrator.txt").read_text().strip()
    assert capsys.readouterr().out == (
        f"Sign in at http://127.0.0.1:8000/admin/ as {ADDRESS} with the password {password}\n"
    )
    assert client.login(username=ADDRESS, password=password)
    assert client.get("/admin/").status_code == 200


def test_only_the_owner_may_read_the_password(var):
    call_command("demo_administrator")
    assert stat.S_IMODE((var / "demo-administrator.txt").stat().st_mode) == 0o600


def test_second_time_nothing_changes(var, capsys):
    call_command("demo_administrator")
    first, hashed = capsys.readouterr().out, User.objects.get().password
    call_command("demo_administrator")
    assert (capsys.readouterr().out, User.objects.get().password) == (first, hashed)


def test_lost_file_gives_another_password(var, client):
    call_command("demo_administrator")
    (var / "demo-administrator.txt").unlink()
    call_command("demo_administrator")
    assert client.login(username=ADDRESS, password=(var / "demo-administrator.txt").read_text().strip())


def test_refused_where_the_settings_do_not_allow_it(var, settings):
    settings.ALLOW_DEMO_ADMINISTRATOR = False
    with pytest.raises(CommandError, match="ALLOW_DEMO_ADMINISTRATOR is off"):
        call_command("demo_administrator")
    assert not User.objects.exists()
    assert not var.exists()
