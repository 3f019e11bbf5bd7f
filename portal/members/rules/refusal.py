"""A refusal: what was asked for is not done, and the message says why to whoever asked."""


class Refused(Exception):
    """The message is for people, in the language that is active."""
