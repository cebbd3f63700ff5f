
# Calendar, deadlines, news.
