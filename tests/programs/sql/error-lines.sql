CREATE TABLE t (a INTEGER, b TEXT);
INSERT INTO t VALUES (1, 'x');

SELECT a,
       count(*) AS n
FROM t
WHERE count(*) > 1
GROUP BY a;
