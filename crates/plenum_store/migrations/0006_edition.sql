-- Counts the changes that make kept pages old but touch no document: claims, statements confirmed, votes, editions.
-- The change feed counts those of documents; both together number the states of the record.
insert into counter (name, next) values ('edition', 1);
