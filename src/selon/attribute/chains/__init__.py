"""ON WHAT WAY: the documents, channels and other mouths between a speaker and the article."""
