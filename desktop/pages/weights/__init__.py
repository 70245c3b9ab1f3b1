"""The weights room: what matters more, asked one pair at a time or given directly."""
