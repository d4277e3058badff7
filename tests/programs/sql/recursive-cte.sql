WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5)
SELECT x, x * x AS square FROM n;
CREATE TABLE employee (id INT, name TEXT, boss INT);
INSERT INTO employee VALUES (1,'Ceo',NULL),(2,'Vp',1),(3,'Dev',2),(4,'Ops',1),(5,'Intern',3);
WITH RECURSIVE tree(id, name, depth, path) AS (
  SELECT id, name, 0, name FROM employee WHERE boss IS NULL
  UNION ALL
  SELECT e.id, e.name, depth + 1, path || '/' || e.name FROM employee e JOIN tree t ON e.boss = t.id
)
SELECT substr('........', 1, depth * 2) || name AS who, path FROM tree ORDER BY path;
WITH RECURSIVE fib(a, b) AS (VALUES (0, 1) UNION ALL SELECT b, a + b FROM fib LIMIT 10) SELECT group_concat(a, ',') FROM fib;
