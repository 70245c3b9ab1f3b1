"""What leaves the program: the workbook, the brief, results as JSON."""
