"""The Study as a frozen value, and the small values it is made of."""
