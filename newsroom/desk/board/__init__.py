"""What the desk sees first: everybody's work, every record with its texts, and what is due. Only read here."""
