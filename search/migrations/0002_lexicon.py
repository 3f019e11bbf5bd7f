import django.db.models.deletion
import wagtail.models.preview
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="EquivalentTerms",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("terms_en", models.TextField(blank=True, verbose_name="English")),
                ("terms_sq", models.TextField(blank=True, verbose_name="Shqip")),
                ("terms_bs", models.TextField(blank=True, verbose_name="Bosanski")),
                ("terms_cnr", models.TextField(blank=True, verbose_name="Crnogorski")),
                ("terms_mk", models.TextField(blank=True, verbose_name="Македонски")),
                ("terms_sr", models.TextField(blank=True, verbose_name="Српски")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="For other editors: why it is needed.",
                        max_length=200,
                        verbose_name="note",
                    ),
                ),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
            ],
            options={
                "verbose_name": "synonyms and equivalents",
                "verbose_name_plural": "synonyms and equivalents",
                "ordering": ["-changed_at", "-pk"],
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name="LexiconState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("terms", models.CharField(max_length=32)),
                ("imports", models.CharField(max_length=32)),
            ],
            options={
                "verbose_name": "state of the lexicon",
                "verbose_name_plural": "state of the lexicon",
            },
        ),
        migrations.CreateModel(
            name="ImportedSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="source")),
                ("licence", models.TextField(verbose_name="licence")),
                ("languages", models.CharField(max_length=40, verbose_name="languages")),
                ("number_of_terms", models.PositiveIntegerField(default=0, verbose_name="number of terms")),
                ("imported_at", models.DateTimeField(auto_now=True, verbose_name="imported on")),
            ],
            options={
                "verbose_name": "imported list",
                "verbose_name_plural": "imported lists",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("licence", ""), _negated=True), name="imported_source_has_licence"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportedTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sense", models.CharField(db_index=True, max_length=150)),
                ("lang", models.CharField(max_length=3)),
                ("text", models.CharField(max_length=150)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="terms", to="search.importedsource"
                    ),
                ),
            ],
            options={
                "verbose_name": "imported term",
                "verbose_name_plural": "imported terms",
            },
        ),
    ]
