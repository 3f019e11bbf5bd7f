"""What participants are asked before, at the end of and after a training: tests, reaction, follow-up."""
