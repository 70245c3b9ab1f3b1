"""How firm a ranking is: sweeps, stability intervals, critical changes and rank acceptability."""
