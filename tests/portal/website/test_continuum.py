"""The continuum as a figure: who acts at each stage, and what is drawn of it."""

import json

from portal.vocabulary.starter import DATA
from portal.website.continuum import ACTORS, ROLES, SIDES, drawing, sides, who_acts


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
    assert [(str(actor["label"]), actor["leads"]) for actor in who_acts("release")] == [
        ("Probation service", True),
        ("Prison", False),
        ("Municipality", False),
        ("Civil society", False),
        ("Family", False),
    ]


def test_an_unknown_stage_has_nobody():
    assert who_acts("aftercare") == []


def test_each_side_of_the_gate_is_named_where_it_begins():
    assert [str(side) for side in sides(ROLES)] == ["In custody", "", "", "", "The gate", "In the community", ""]
    assert {roles.side for roles in ROLES.values()} == set(SIDES)


def test_a_stage_that_editors_add_interrupts_nothing_but_itself():
    assert [str(side) for side in sides(["imprisonment", "aftercare", "release"])] == ["In custody", "", "The gate"]
    assert [(bar.leads, bar.x, bar.width) for bar in drawing(["imprisonment", "aftercare", "pre_release"])["bars"]][
        :2
    ] == [
        (True, 0, 1),
        (True, 2, 1),
    ]


def test_a_bar_goes_on_as_long_as_a_part_stays_the_same():
    drawn = drawing(list(ROLES))
    prison = [(bar.leads, bar.x, bar.width) for bar in drawn["bars"] if bar.y < 100]
    assert prison == [(False, 0, 1), (True, 1, 3), (False, 4, 1)]
    assert (drawn["width"], drawn["height"]) == (7, 500)
    assert all(bar.y >= 0 and bar.y + bar.height <= drawn["height"] for bar in drawn["bars"])


def test_every_part_is_drawn_once_and_nothing_else():
    drawn = drawing(list(ROLES))
    cells = [(bar.y // 100, bar.x + step, bar.leads) for bar in drawn["bars"] for step in range(bar.width)]
    expected = [
        (lane, column, actor == roles.lead)
        for lane, actor in enumerate(ACTORS)
        for column, roles in enumerate(ROLES.values())
        if actor in (roles.lead, *roles.part)
    ]
    assert sorted(cells) == sorted(expected)
