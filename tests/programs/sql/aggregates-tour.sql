CREATE TABLE t(g TEXT, n INT, f REAL);
INSERT INTO t VALUES ('x', 1, 1.5), ('x', 2, NULL), ('y', NULL, 2.25), ('y', 5, 0.1), (NULL, 9, 1e10);
SELECT g, COUNT(*), COUNT(n), SUM(n), AVG(n), MIN(f), MAX(f), TOTAL(f), group_concat(n, '/') FROM t GROUP BY g;
SELECT g, SUM(n) AS s FROM t GROUP BY g HAVING s > 3 ORDER BY s DESC LIMIT 1 OFFSET 0;
SELECT COUNT(DISTINCT g), SUM(DISTINCT n), AVG(n), SUM(n) / COUNT(*), SUM(n) * 1.0 / COUNT(*) FROM t;
SELECT SUM(n), TOTAL(n), MAX(n), COUNT(*) FROM t WHERE n > 100;
SELECT g, CASE WHEN n IS NULL THEN 'missing' WHEN n < 3 THEN 'low' ELSE 'high' END AS level, iif(n > 4, 'big', 'small'), COALESCE(n, f, 0), NULLIF(n, 5), ifnull(g, '-') FROM t;
SELECT MAX(1, 5, 3), MIN('b', 'a'), g, MAX(n) FROM t;
SELECT g, SUM(CASE WHEN n > 1 THEN 1 ELSE 0 END) AS many, COUNT(*) FILTER (WHERE f > 1) AS filtered FROM t GROUP BY 1 ORDER BY 1 NULLS LAST;
