from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0011_meeting_state"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventfollower",
            name="known",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
