CREATE TABLE t (id INT);
SELECT 'status' AS label, id
FROM t;
SELECT id
FROM t
WHERE status = 'open';
