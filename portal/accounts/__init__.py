"""Users, sign-in, roles, consent, and mail to people in their language."""
