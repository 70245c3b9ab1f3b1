"""The Projects room: a table like a spreadsheet, with a drawer for the project in hand."""
