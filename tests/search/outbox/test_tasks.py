"""Applying the outbox where a worker does the work."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from search.engines.current import current_engine
from search.outbox.entry import OutboxEntry
from tests.factories.pages import make_practice


@pytest.fixture
def worker(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def work():
        call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)

    return work


pytestmark = pytest.mark.django_db(transaction=True)


def documents():
    return current_engine().status().documents


def test_the_worker_applies_what_was_published(build_index, worker):
    build_index()
    make_practice()
    assert (documents(), OutboxEntry.objects.exists()) == (0, True)
    worker()
    assert (documents(), OutboxEntry.objects.exists()) == (1, False)


def test_while_the_engine_is_away_one_more_try_is_planned(build_index, worker, break_engine):
    build_index()
    break_engine()
    for _ in range(3):
        make_practice()
    worker()
    now = timezone.now()
    tries = DBTaskResult.objects.filter(task_path="search.outbox.tasks.apply_outbox", status="READY")
    assert [now < planned.run_after <= now + timedelta(seconds=30) for planned in tries] == [True]
    assert OutboxEntry.objects.exists()
