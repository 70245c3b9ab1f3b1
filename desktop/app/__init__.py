"""What joins the study to the window: store, session, jobs, commands, questions."""
