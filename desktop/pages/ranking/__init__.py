"""Rankings by three methods, why a project stands where it stands, two projects head to head."""
