"""Texts that may tell who somebody is: personal numbers, names and contacts of persons."""
