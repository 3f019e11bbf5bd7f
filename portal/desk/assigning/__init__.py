"""Who translates what until when: giving, taking and giving back, and what people are told of it."""
