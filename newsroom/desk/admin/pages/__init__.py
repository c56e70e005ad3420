"""Pages of the desk beside the lists and forms of each kind."""
