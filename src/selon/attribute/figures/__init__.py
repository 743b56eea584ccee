"""WHICH NUMBER, OF WHAT, WHEN: numbers and dates read, and what stands around them."""
