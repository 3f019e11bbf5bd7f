"""Trainers write the forms of their courses on the site, until the first person has answered."""
