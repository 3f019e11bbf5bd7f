"""Links between pages of the documentation lead somewhere."""

import pytest

from tests.docs.markdown import ROOT, anchors, links, page_names, pages

#: A link to a site outside is written only to the portal itself as it runs on one's own machine.
OUTSIDE_ALLOWED = ("http://127.0.0.1:8000/",)


@pytest.mark.parametrize("name", page_names())
def test_links_resolve(name):
    page = ROOT / name
    broken = []
    for target in links(page):
        if target.startswith(("http:", "https:")):
            if not target.startswith(OUTSIDE_ALLOWED):
                broken.append(f"{target} leads outside")
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.is_file():
            broken.append(f"{target} does not exist")
        elif anchor and anchor not in anchors(file):
            broken.append(f"{target} has no such heading")
    assert broken == []


def test_every_page_is_reached_from_the_readme():
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for target in links(page):
            file = (page.parent / target.partition("#")[0]).resolve()
            if file.suffix == ".md" and file.is_file():
                waiting.append(file)
    assert sorted(page.relative_to(ROOT).as_posix() for page in set(pages()) - reached) == []


def test_every_decision_is_in_their_list():
    folder = ROOT / "docs" / "decisions"
    listed = {target for target in links(folder / "README.md") if target.endswith(".md")}
    assert listed == {page.name for page in folder.glob("[0-9]*.md")}


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")), ids=lambda page: page.stem)
def test_a_decision_says_what_a_decision_says(page):
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# {page.name[:4]} ")
    assert [line for line in lines if line.startswith("## ")] == ["## Context", "## Decision", "## Consequences"]
    assert any(line.startswith("Status: ") for line in lines)
