"""Pure values: dates, intervals, labels, spellings. No models, so that both sides may import it."""
