"""SHOWING: readings as text, JSON, Markdown and pages."""
