"""What the edit forms of this app need."""
