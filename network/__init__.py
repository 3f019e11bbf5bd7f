"""The network: directory, working groups, meetings and their outcomes, events and the calendar."""
