"""The record of a meeting, written in one sitting."""
