from django.db import migrations

from portal.accounts.review import arrange_review
from portal.accounts.roles import apply_roles


def make_roles(apps, schema_editor):
    apply_roles(apps)
    arrange_review(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("core", "0001_initial"),
        # Those below give rights to Wagtail's group Moderators, which is dropped here.
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
