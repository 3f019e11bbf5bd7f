from django.apps import AppConfig
from django.db.models.signals import post_delete


class TrainingsConfig(AppConfig):
    name = "trainings"
    label = "trainings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from trainings.models import Enrolment
        from trainings.noticing import give_seat_back

        post_delete.connect(give_seat_back, sender=Enrolment)
