"""Where somebody is signed in, as far as they need to know it to end what is not theirs."""
