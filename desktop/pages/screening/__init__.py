"""The screening room: red lines, safeguards and what they make of every project."""
