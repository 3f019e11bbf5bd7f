"""iCalendar (RFC 5545): what has a date, as other calendars read it."""
