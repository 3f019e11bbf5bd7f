"""Reading lists: resources that somebody puts together, to share by an address or to print as one booklet."""
