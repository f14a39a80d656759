"""Facts are proposed from articles: see `drafts`."""
