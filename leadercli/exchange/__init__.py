"""In and out: Markdown, JSON, other programs' journals."""
