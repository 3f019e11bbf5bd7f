"""What the desk keeps."""

from portal.desk.memory.pair import PairWord, TranslationPair

__all__ = ["PairWord", "TranslationPair"]
