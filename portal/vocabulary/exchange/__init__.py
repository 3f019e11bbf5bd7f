"""Words that leave as files and come back: SKOS for other thesauri, spreadsheets for agencies and reviewers."""
