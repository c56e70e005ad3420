"""What somebody sees before a move, and the one call that follows: for the pages of the desk."""
