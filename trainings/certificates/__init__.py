"""Certificates: when somebody gets one, what it says, and how anybody can check it."""
