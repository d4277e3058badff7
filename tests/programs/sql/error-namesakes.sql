CREATE TABLE t (price INT, name TEXT);
INSERT INTO t VALUES (1, 'price');
-- price
SELECT 'price', t.price
FROM t
WHERE t.price > 0
  AND u.price > 1;
