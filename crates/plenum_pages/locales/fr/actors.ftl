
# Actors, groups, votes.
