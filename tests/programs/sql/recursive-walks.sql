WITH RECURSIVE cnt(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM cnt WHERE x < 5) SELECT group_concat(x, ',') AS xs, sum(x) FROM cnt;
CREATE TABLE emp (id INTEGER PRIMARY KEY, name TEXT NOT NULL, boss INTEGER REFERENCES emp(id));
INSERT INTO emp VALUES (1,'Ann',NULL),(2,'Bob',1),(3,'Cid',1),(4,'Dan',2),(5,'Eve',4);
WITH RECURSIVE tree(id, name, depth, path) AS (
  SELECT id, name, 0, name FROM emp WHERE boss IS NULL
  UNION ALL
  SELECT e.id, e.name, depth + 1, path || ' > ' || e.name FROM emp e JOIN tree t ON e.boss = t.id
)
SELECT printf('%*s%s', depth * 2, '', name) AS who, depth, path FROM tree ORDER BY path;
WITH RECURSIVE fib(a, b) AS (VALUES(0, 1) UNION ALL SELECT b, a + b FROM fib LIMIT 12) SELECT a FROM fib;
WITH RECURSIVE days(d) AS (SELECT date('2024-02-27') UNION ALL SELECT date(d, '+1 day') FROM days WHERE d < '2024-03-02') SELECT d, strftime('%w', d) AS weekday, CASE strftime('%w', d) WHEN '0' THEN 'Sun' WHEN '6' THEN 'Sat' ELSE 'work' END AS kind FROM days;
WITH RECURSIVE edges(a, b) AS (VALUES ('A','B'),('B','C'),('C','A'),('C','D')), reach(n) AS (SELECT 'A' UNION SELECT b FROM edges JOIN reach ON a = n) SELECT * FROM reach ORDER BY 1;
