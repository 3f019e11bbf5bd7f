"""The list of people in the admin, and the forms to add and change one."""

from wagtail.users.forms import UserForm
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from portal.accounts.admin_forms import UserCreationForm, UserEditForm


class UserViewSet(WagtailUserViewSet):
    def get_form_class(self, for_update: bool = False) -> type[UserForm]:
        return UserEditForm if for_update else UserCreationForm
