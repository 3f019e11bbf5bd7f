"""The list of trainers: members who agreed to be found and say that they are available as trainers."""
