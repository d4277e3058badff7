CREATE TABLE customer(id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT);
CREATE TABLE orders(id INTEGER PRIMARY KEY, customer INT REFERENCES customer(id), total REAL, placed TEXT);
INSERT INTO customer VALUES (1, 'Ann', 'Oslo'), (2, 'Bob', NULL), (3, 'Cid', 'Rome');
INSERT INTO orders VALUES (1, 1, 10.5, '2024-01-05'), (2, 1, 20, '2024-02-01'), (3, 3, 7.25, '2024-02-14');
