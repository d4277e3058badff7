CREATE TABLE t (a);
SELECT * FROM t;
SELECT a, a AS b FROM t WHERE 1 = 0;
INSERT INTO t VALUES (1);
UPDATE t SET a = 2;
DELETE FROM t;
SELECT count(*) FROM t;
SELECT sum(a), max(a), avg(a), total(a) FROM t;
