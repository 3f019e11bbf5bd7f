"""What answers a request, for what is no page of Wagtail."""
