"""The training that most tests of a module are about."""

from __future__ import annotations

import pytest

from portal.website.models import HomePage
from trainings.models import TrainingPage


@pytest.fixture
def training(training_key: int, site_root: HomePage) -> TrainingPage:
    """An object of this test's own, of a training that the module makes once and names in its `training_key`.

    With the pages it lies below, making one takes longer than most tests.
    """
    return TrainingPage.objects.get(pk=training_key)
