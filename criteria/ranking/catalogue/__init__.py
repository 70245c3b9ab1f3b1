"""Further ranking methods behind one call, each guarded against figures for which it is not defined."""
