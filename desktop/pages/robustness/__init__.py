"""How far one weight may move before the ranking changes."""
