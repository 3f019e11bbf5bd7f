"""Texts of django-allauth that people see on our pages.

It is translated into few of our languages. A text that is named here is found with ours, gets into our catalogues and
is translated there; at run time Django looks a text up in our catalogues before it looks into allauth's.
"""

from typing import Final

from django.utils.translation import gettext_noop as _

TEXTS: Final = (
    # Fields
    _("Email"),
    _("Email address"),
    _("Password"),
    _("Password (again)"),
    _("Current Password"),
    _("New Password"),
    _("New Password (again)"),
    _("Forgot your password?"),
    _("Remember Me"),
    _("Code"),
    _("Authenticator code"),
    # What was wrong
    _("The email address and/or password you specified are not correct."),
    _("This account is currently inactive."),
    _("Too many failed login attempts. Try again later."),
    _("Be patient, you are sending too many requests."),
    _("You must type the same password each time."),
    _("Please type your current password."),
    _("Incorrect password."),
    _("Incorrect code."),
    _("The password reset token was invalid."),
    _("The new value must be different from the current one."),
    _("A user is already registered with this email address."),
    _("This email address is already associated with this account."),
    _("You cannot add an email address to an account protected by two-factor authentication."),
    _("You cannot activate two-factor authentication until you have verified your email address."),
    # Another way to show who one is
    _("Use your password"),
    _("Use authenticator app or code"),
    _("Use a security key"),
    # What has happened
    _("Confirmation email sent to %(email)s."),
    _("You have confirmed %(email)s."),
    _("Unable to confirm %(email)s because it is already confirmed by a different account."),
    _("Removed email address %(email)s."),
    _("Primary email address set."),
    _("Password successfully changed."),
    _("Password successfully set."),
    _("Authenticator app activated."),
    _("Authenticator app deactivated."),
    _("A new set of recovery codes has been generated."),
)
