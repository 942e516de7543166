-- Which parent or carer a personal link is for, sealed with the key of the file: so that a new link
-- for the same person ends the one before, and that nobody's name is the words that open it.
alter table personal_link add column whose text;
