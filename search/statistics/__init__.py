"""What is searched for, what is found and what is opened: counted by the day, never by the person."""
