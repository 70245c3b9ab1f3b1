"""One painter for each chart, the same for screen, PNG, SVG and PDF; charts know values, never a study."""
