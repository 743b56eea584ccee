"""PAGE -> ARTICLE: pure functions that keep what a reader reads and drop the debris around it."""
