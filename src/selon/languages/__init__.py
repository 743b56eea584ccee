"""What is known of each language: a folder of word lists and rules per language, and their reader."""
