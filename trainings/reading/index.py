def index_context(page, request):
    return {}
