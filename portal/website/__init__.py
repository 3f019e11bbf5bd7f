"""The public site around the resources: home, news, highlights, beneficiary and plain pages."""
