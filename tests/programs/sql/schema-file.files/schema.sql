PRAGMA foreign_keys = ON;
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE orders (id INTEGER PRIMARY KEY, person_id INT NOT NULL REFERENCES person (id), amount REAL CHECK (amount > 0));
INSERT INTO person (name) VALUES ('Ann'), ('Bob'), ('Cid');
INSERT INTO orders (person_id, amount) VALUES (1, 10.5), (1, 2), (2, 7.25);
