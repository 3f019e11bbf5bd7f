"""Messages from member to member through the portal, which shows neither side the other's address."""
