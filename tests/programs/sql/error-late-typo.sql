CREATE TABLE t (a INT, b TEXT);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
SELECT a,
       b,
       upper(b) AS u
FROM t
WHERE a > 0
ORDRE BY a;
