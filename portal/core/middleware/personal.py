"""What is answered to a signed-in person is kept by nobody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers


class PersonalAnswersMiddleware:
    """Has pages made for a signed-in person stored nowhere.

    Lists, counts and searches show them what is closed to others, and the next colleague sits down at the same
    computer. Answers that say themselves how long they may be kept, such as files, are left as they are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.has_header("Cache-Control") and request.user.is_authenticated:
            add_never_cache_headers(response)
        return response
