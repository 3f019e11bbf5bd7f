"""The calendar: everything that has a date, as a list, a month, a year, and for other calendars (iCalendar)."""
