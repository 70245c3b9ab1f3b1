"""Red lines, safeguards and score sets: what happens before any score is aggregated."""
