"""The translation memory: what this portal has translated before, sentence by sentence, offered where it fits again."""
