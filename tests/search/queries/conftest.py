"""Values of facets without a database."""

import pytest

from search.documents.facets import FacetName
from search.queries.choices import Choice, Choices

VALUES = {
    FacetName.TYPE: ("good_practice", "standard"),
    FacetName.STAGE: ("admission", "release"),
    FacetName.BENEFICIARY: ("AL", "XK"),
    FacetName.LANGUAGE: ("en", "sq"),
}


@pytest.fixture
def choices() -> Choices:
    return Choices(
        {name: {value: Choice(value, value.title()) for value in VALUES.get(name, ())} for name in FacetName}
    )
