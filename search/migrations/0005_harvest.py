import django.db.models.deletion
from django.db import migrations, models


def look_at_all_pages(apps, schema_editor):
    """What is published already has no record yet: the next time the outbox is applied, all pages are looked at."""
    pages = (
        apps.get_model("wagtailcore", "Page").objects.filter(live=True).exclude(content_type__app_label="wagtailcore")
    )
    entries = apps.get_model("search", "OutboxEntry").objects
    rows = pages.values_list("content_type__app_label", "content_type__model", "pk")
    entries.bulk_create(
        (entries.model(document_id=f"{app}.{model}:{key}") for app, model, key in rows.iterator()), batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("search", "0004_saved_search"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="HarvestRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identifier", models.UUIDField(unique=True)),
                ("document_id", models.CharField(max_length=120, unique=True)),
                ("datestamp", models.DateTimeField()),
                ("is_deleted", models.BooleanField(default=False)),
                ("fingerprint", models.CharField(max_length=32)),
            ],
            options={
                "verbose_name": "record for harvesters",
                "verbose_name_plural": "records for harvesters",
                "ordering": ["datestamp", "pk"],
                "indexes": [models.Index(fields=["datestamp", "id"], name="harvest_in_order")],
            },
        ),
        migrations.CreateModel(
            name="HarvestSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spec", models.CharField(max_length=100)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sets", to="search.harvestrecord"
                    ),
                ),
            ],
            options={
                "verbose_name": "set for harvesters",
                "verbose_name_plural": "sets for harvesters",
                "ordering": ["spec"],
                "constraints": [models.UniqueConstraint(fields=("spec", "record"), name="one_row_a_record_and_set")],
            },
        ),
        migrations.RunPython(look_at_all_pages, migrations.RunPython.noop),
    ]
