"""Session mode: one question fills the screen, and the laptop goes from hand to hand."""
