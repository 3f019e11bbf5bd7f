"""Tests mirror the source, and a warning is an error."""

from tests.architecture.source import BASE, files, name

#: Folders of tests that belong to no single folder of the source.
OF_THE_WHOLE = {"access", "architecture", "benchmarks", "browser", "concurrency", "crawl", "factories"}

#: Folders that belong to one whole app.
OF_AN_APP = {"search/relevance"}


def test_every_folder_of_tests_mirrors_a_folder_of_the_source():
    folders = {path.parent.relative_to(BASE / "tests") for path in files(("tests",), ".py")}
    strange = [
        folder.as_posix()
        for folder in folders
        if folder.parts
        and folder.parts[0] not in OF_THE_WHOLE
        and not any(folder.is_relative_to(one) for one in OF_AN_APP)
        and not (BASE / folder).is_dir()
    ]
    assert strange == []


def test_every_test_module_is_collected():
    """A module of tests under another name would never run."""
    hidden = [
        name(path)
        for path in files(("tests",), ".py")
        if not path.name.startswith("test_") and "\ndef test_" in path.read_text(encoding="utf-8")
    ]
    assert hidden == []


def test_a_warning_is_an_error(pytestconfig):
    assert pytestconfig.getini("filterwarnings")[0] == "error"
    assert "--strict-markers" in pytestconfig.getini("addopts")
