"""The words of the field: beneficiaries, institutions, taxonomy and thesaurus."""
