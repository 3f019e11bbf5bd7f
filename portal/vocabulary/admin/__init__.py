"""Where editors keep the words of the field: Wagtail's snippets in a menu of their own."""
