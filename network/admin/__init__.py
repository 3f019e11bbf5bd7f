"""What editors keep beside the pages."""
