"""Issuing to everybody who meets the rule, in the background: it can be killed at any moment and begun again."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django_tasks import task

from portal.core.long_work import Attempt
from trainings.certificates.facts import candidates
from trainings.certificates.issuing import issue
from trainings.models import CertificateRun, TrainingPage
from trainings.rules.refusal import Refused
from trainings.services.seats import held

logger = logging.getLogger(__name__)


def start_run(*, training_id: int, by: Any) -> CertificateRun:
    """Issues in the background to whoever meets the rule and has no certificate. A run that goes on is left alone.

    Raises Refused for a training that was never published.
    """
    # Held, so that of two who press at once the second finds the run of the first.
    with held(training_id):
        run, is_new = CertificateRun.objects.get_or_create(training_id=training_id, defaults={"by": by})
        begun = is_new or (not run.is_going_on and run.begin_again(by=by))
        if begun:
            attempt = run.attempt
            transaction.on_commit(lambda: issue_to_all.using(backend=settings.LONG_TASKS).enqueue(run.pk, attempt))
    run.refresh_from_db()
    return run


@task()
def issue_to_all(run_id: int, attempt: int) -> None:
    """One certificate after the other, each in a transaction of its own: what is issued stays issued."""
    mine = Attempt(CertificateRun, run_id, attempt)
    if not mine.take_up():
        return
    run = CertificateRun.objects.select_related("by").get(pk=run_id)
    with mine.until_the_end(f"Issuing the certificates of training {run.training_id}"):
        _issue_each(run, mine)


def _issue_each(run: CertificateRun, mine: Attempt) -> None:
    training = TrainingPage.objects.for_lists().get(pk=run.training_id)
    keys = [one.enrolment.pk for one in candidates(training) if one.may_be_issued]
    mine.step(0, len(keys))
    for done, key in enumerate(keys, start=1):
        try:
            issue(training_id=run.training_id, enrolment_id=key, by=run.by)
        except Refused:
            # The trainer changed something meanwhile; the list of the training says what is missing.
            logger.info("Enrolment %s got no certificate", key)
        mine.step(done, len(keys))
