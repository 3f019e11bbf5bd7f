"""Who acts at each stage, as data."""

import json

from portal.vocabulary.starter import DATA
from portal.website.continuum import ACTORS, ROLES, who_acts


def test_every_stage_of_the_taxonomy_says_who_acts():
    facets = json.loads((DATA / "taxonomy.json").read_text())["facets"]
    stages = next(facet for facet in facets if facet["code"] == "stage")["terms"]
    assert list(ROLES) == [stage["code"] for stage in stages]


def test_only_known_actors_and_each_once():
    for roles in ROLES.values():
        acting = [key for key in (roles.lead, *roles.part) if key]
        assert len(acting) == len(set(acting))
        assert set(acting) <= set(ACTORS)


def test_the_one_that_leads_comes_first_then_by_lane():
    assert [(actor["key"], actor["leads"]) for actor in who_acts("release")] == [
        ("probation", True),
        ("prison", False),
        ("municipality", False),
        ("cso", False),
        ("family", False),
    ]


def test_an_unknown_stage_has_nobody():
    assert who_acts("aftercare") == []
