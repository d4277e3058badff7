CREATE TABLE staff(id INT PRIMARY KEY, name TEXT, boss INT REFERENCES staff(id), pay INT);
INSERT INTO staff VALUES (1,'Root',NULL,100),(2,'Ann',1,80),(3,'Bob',1,70),(4,'Cid',2,50),(5,'Dee',4,40);
WITH RECURSIVE tree(id, name, depth, path) AS (
  SELECT id, name, 0, name FROM staff WHERE boss IS NULL
  UNION ALL
  SELECT s.id, s.name, t.depth + 1, t.path || ' > ' || s.name FROM staff s JOIN tree t ON s.boss = t.id
)
SELECT printf('%.*c%s', depth * 2, ' ', name) AS chart, depth, path FROM tree ORDER BY path;
WITH RECURSIVE up(id) AS (SELECT 5 UNION SELECT boss FROM staff JOIN up USING (id) WHERE boss IS NOT NULL)
SELECT group_concat(name, ' <- ') AS chain FROM (SELECT name FROM up JOIN staff USING (id) ORDER BY staff.id DESC);
WITH below AS (SELECT boss, COUNT(*) AS n, AVG(pay) AS mean FROM staff GROUP BY boss)
SELECT s.name, COALESCE(n, 0) AS reports, mean FROM staff s LEFT JOIN below b ON b.boss = s.id ORDER BY reports DESC, s.name;
