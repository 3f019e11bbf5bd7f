"""Layers: what may know what, for imports and for relations between tables."""

import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings

from tests.architecture.source import BASE

#: Labels of the product's apps, lowest layer first; apps on one layer are siblings that do not know each other.
LAYERS = (
    {"core"},
    {"accounts"},
    {"vocabulary"},
    {"members"},
    {"search"},
    {"practices", "trainings", "network", "website", "desk"},
)
RANK = {label: rank for rank, labels in enumerate(LAYERS) for label in labels}

#: A swappable model is a point of extension: whoever uses it does not know the app that fills it.
SWAPPABLE = settings.AUTH_USER_MODEL


def test_imports_point_down_only():
    """The contract is in pyproject.toml; run as a command, because it builds its picture from files on disk."""
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=BASE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_app_of_the_product_has_its_layer():
    ours = {config.label for config in apps.get_app_configs() if str(BASE) == config.path[: len(str(BASE))]}
    ours = {label for label in ours if ".venv" not in apps.get_app_config(label).path}
    assert ours == set(RANK)


def relations():
    """Every foreign key and many-to-many of our models: (source model, name, target model)."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in RANK:
            continue
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            if field.is_relation and field.related_model is not None:
                yield model, field.name, field.related_model


@pytest.mark.parametrize(
    ("model", "field", "target"),
    list(relations()),
    ids=lambda value: value if isinstance(value, str) else value._meta.label,
)
def test_relations_point_down_only(model, field, target):
    source_label, target_label = model._meta.app_label, target._meta.app_label
    if target_label not in RANK or target_label == source_label or target._meta.label == SWAPPABLE:
        return
    assert RANK[target_label] < RANK[source_label], f"{model._meta.label}.{field} → {target._meta.label}"
