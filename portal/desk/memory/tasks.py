"""Learning in the background."""

from __future__ import annotations

from django_tasks import task

from portal.desk.memory.learning import learn


@task()
def learn_page(page_id: int) -> None:
    learn(page_id)
