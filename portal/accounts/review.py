"""Who reviews what translators and focal points hand in: the editors, through Wagtail's standard workflow."""

from __future__ import annotations

from typing import Any, Final

from portal.accounts.roles import ADMINISTRATORS, EDITORS

REVIEW: Final = "Review by editors"
_WAGTAILS_GROUP: Final = "Moderators"


def arrange_review(apps: Any) -> None:
    """Turns Wagtail's own group and workflow into ours. Run once, by a migration: later it is the administrators'.

    Wagtail comes with a group Moderators and a workflow that asks it. The group is dropped (whoever is in it becomes
    an editor), the workflow keeps its place on the whole page tree and asks editors and administrators.
    """
    group_model = apps.get_model("auth", "Group")
    task_model = apps.get_model("wagtailcore", "GroupApprovalTask")
    workflow_model = apps.get_model("wagtailcore", "Workflow")
    reviewers = group_model.objects.filter(name__in=[EDITORS, ADMINISTRATORS])

    moderators = group_model.objects.filter(name=_WAGTAILS_GROUP).first()
    if moderators is None:
        return
    for task in task_model.objects.filter(groups=moderators):
        workflow_model.objects.filter(workflow_tasks__task=task, name=task.name).update(name=REVIEW)
        task.name = REVIEW
        task.save()
        task.groups.set(reviewers)
    editors = group_model.objects.get(name=EDITORS)
    editors.user_set.add(*moderators.user_set.all())
    moderators.delete()
