"""Serbian in both scripts: day. month. year., days and months without leading zeros, as in Bosnian and Montenegrin."""

MONTH_DAY_FORMAT = "j. F"
SHORT_DATE_FORMAT = "j.n.Y."
SHORT_DATETIME_FORMAT = "j.n.Y. H:i"
