CREATE TABLE orders (id INTEGER, total INTEGER);
INSERT INTO orders VALUES (1, 10);
SELECT id, total FROM orders;
SELECT id,
       totl
FROM orders;
SELECT 'never';
