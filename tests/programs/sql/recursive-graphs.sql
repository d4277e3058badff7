CREATE TABLE edge (a TEXT, b TEXT, w INT); INSERT INTO edge VALUES ('A','B',4),('A','C',1),('C','B',2),('B','D',1),('C','D',5),('D','A',1);
WITH RECURSIVE walk(node, path, cost) AS (SELECT 'A', 'A', 0 UNION ALL SELECT b, path || '>' || b, cost + w FROM walk JOIN edge ON a = node WHERE instr(path, b) = 0) SELECT node, min(cost) AS cost, path FROM walk GROUP BY node ORDER BY cost;
WITH RECURSIVE n(i, f, g) AS (VALUES (1, 1, 1) UNION ALL SELECT i + 1, g, f + g FROM n WHERE i < 12) SELECT group_concat(f, ' ') AS fibonacci FROM n;
WITH RECURSIVE d(day) AS (SELECT '2024-02-27' UNION ALL SELECT date(day, '+1 day') FROM d WHERE day < '2024-03-02') SELECT day, strftime('%w', day) AS dow FROM d;
WITH RECURSIVE xaxis(x) AS (VALUES (-2.0) UNION ALL SELECT x + 0.1 FROM xaxis WHERE x < 0.9), yaxis(y) AS (VALUES (-1.0) UNION ALL SELECT y + 0.2 FROM yaxis WHERE y < 1.0),
 m(iter, cx, cy, x, y) AS (SELECT 0, x, y, 0.0, 0.0 FROM xaxis, yaxis UNION ALL SELECT iter + 1, cx, cy, x * x - y * y + cx, 2 * x * y + cy FROM m WHERE x * x + y * y < 4 AND iter < 20),
 m2(iter, cx, cy) AS (SELECT max(iter), cx, cy FROM m GROUP BY cx, cy), a(t) AS (SELECT group_concat(substr(' .+*#', 1 + min(iter / 5, 4), 1), '') FROM m2 GROUP BY cy) SELECT rtrim(t) || '|' AS mandelbrot FROM a;
CREATE TABLE emp (id INT, name TEXT, boss INT); INSERT INTO emp VALUES (1,'Eve',NULL),(2,'Ann',1),(3,'Bob',1),(4,'Cid',2),(5,'Dan',4);
WITH RECURSIVE t(id, name, level, sort) AS (SELECT id, name, 0, name FROM emp WHERE boss IS NULL UNION ALL SELECT e.id, e.name, level + 1, sort || '/' || e.name FROM emp e JOIN t ON e.boss = t.id) SELECT substr('........', 1, level * 2) || name AS tree, level FROM t ORDER BY sort;
WITH RECURSIVE up(id, name, boss, d) AS (SELECT id, name, boss, 0 FROM emp WHERE name = 'Dan' UNION ALL SELECT e.id, e.name, e.boss, d + 1 FROM emp e, up WHERE e.id = up.boss) SELECT group_concat(name, ' < ') AS chain, max(d) FROM up;
WITH RECURSIVE split(word, rest) AS (SELECT '', 'red,green,,blue' || ',' UNION ALL SELECT substr(rest, 1, instr(rest, ',') - 1), substr(rest, instr(rest, ',') + 1) FROM split WHERE rest <> '') SELECT word, length(word) AS n FROM split WHERE rest <> 'red,green,,blue,';
WITH RECURSIVE bfs(n, d) AS (SELECT 'A', 0 UNION SELECT b, d + 1 FROM bfs JOIN edge ON a = n WHERE d < 3) SELECT n, group_concat(d) AS reached FROM (SELECT * FROM bfs ORDER BY d) GROUP BY n;
WITH a AS (SELECT 1 AS x), b AS MATERIALIZED (SELECT x + 1 AS y FROM a), c(z) AS NOT MATERIALIZED (SELECT y * 10 FROM b) SELECT * FROM a, b, c;
WITH RECURSIVE collatz(n, steps) AS (SELECT 27, 0 UNION ALL SELECT CASE n % 2 WHEN 0 THEN n / 2 ELSE 3 * n + 1 END, steps + 1 FROM collatz WHERE n <> 1) SELECT max(steps) AS steps, max(n) AS highest FROM collatz;
WITH RECURSIVE bad(x) AS (SELECT 1) SELECT y FROM bad;
