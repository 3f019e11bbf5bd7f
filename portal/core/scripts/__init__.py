"""The two scripts of Serbian: texts are written in Cyrillic, and leave in Latin for those who read that."""
