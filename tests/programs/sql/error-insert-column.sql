CREATE TABLE person (id INT, name TEXT);
INSERT INTO person (id, nmae)
VALUES (1, 'Ann');
