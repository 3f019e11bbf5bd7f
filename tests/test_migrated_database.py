"""Which of the databases that were migrated before tests may begin with."""

from tests.migrated_database import digest


def test_other_migrations_make_another_database(settings, tmp_path, monkeypatch):
    folder = tmp_path / "migrations_of_the_desk"
    folder.mkdir()
    (folder / "__init__.py").touch()
    migration = folder / "0001_initial.py"
    monkeypatch.syspath_prepend(tmp_path)
    names = [digest(), digest()]
    settings.MIGRATION_MODULES = {"desk": folder.name}
    for text in ("", "dependencies = []", "from portal.accounts.roles import apply_roles"):
        migration.write_text(text)
        names.append(digest())
    assert names[0] == names[1]
    assert len(set(names)) == 4
