"""PAGES IN: files, folders and archives become pages and articles, one at a time."""
