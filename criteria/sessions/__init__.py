"""What a session needs beyond weights: the next question, enough answers, repairs, how a group agrees."""
