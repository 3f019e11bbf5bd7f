"""Pages of certificates: for trainers, for whoever has one, and for whoever checks one."""
