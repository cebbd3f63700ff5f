
# Transcripts, statements, positions.
