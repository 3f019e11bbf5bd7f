"""What the portal costs, as ratios measured side by side in one run (`make bench`).

Nothing here passes or fails: machines differ. The figures of a run are printed, and written to var/bench.txt.
"""
