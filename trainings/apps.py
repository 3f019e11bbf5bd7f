from django.apps import AppConfig
from django.db.models.signals import post_delete, pre_delete


class TrainingsConfig(AppConfig):
    name = "trainings"
    label = "trainings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from trainings.models import Enrolment, TrainingMaterial
        from trainings.noticing import delete_file, forget_holder, give_seat_back

        post_delete.connect(give_seat_back, sender=Enrolment)
        post_delete.connect(delete_file, sender=TrainingMaterial)
        # Before, because the certificates are not theirs any more afterwards.
        pre_delete.connect(forget_holder, sender=Enrolment)
