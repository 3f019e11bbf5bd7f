from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Collects the features' `search_documents.py`, then watches what they declared."""
        from search.harvest import words
        from search.lexicon import receivers as lexicon
        from search.outbox import file_receivers as files
        from search.outbox import receivers as outbox

        autodiscover_modules("search_documents")
        outbox.connect()
        files.connect()
        words.connect()
        lexicon.connect()
