"""Trimming in the background, once a day in passing: where no worker runs, with the first search of the day."""

from __future__ import annotations

from django_tasks import task

from search.statistics.patience import hardly_waiting
from search.statistics.retention import trim


@task()
def trim_statistics() -> None:
    with hardly_waiting():
        trim()
