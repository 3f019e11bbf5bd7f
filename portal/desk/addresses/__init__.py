"""Asking addresses outside of the portal whether something is there."""
