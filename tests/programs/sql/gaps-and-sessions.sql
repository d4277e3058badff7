CREATE TABLE hit(user INT, t INT);
INSERT INTO hit VALUES (1,0),(1,5),(1,40),(1,42),(2,10),(2,100);
WITH marked AS (SELECT *, t - LAG(t, 1, -1000) OVER (PARTITION BY user ORDER BY t) > 30 AS fresh FROM hit),
numbered AS (SELECT *, SUM(fresh) OVER (PARTITION BY user ORDER BY t) AS session FROM marked)
SELECT user, session, MIN(t) AS begins, MAX(t) AS ends, COUNT(*) AS hits FROM numbered GROUP BY user, session;
CREATE TABLE seat(n INTEGER PRIMARY KEY); INSERT INTO seat VALUES (1),(2),(3),(6),(7),(10);
SELECT n + 1 AS gap_from, next - 1 AS gap_to FROM (SELECT n, LEAD(n) OVER (ORDER BY n) AS next FROM seat) WHERE next - n > 1;
SELECT MIN(n), MAX(n) FROM (SELECT n, n - ROW_NUMBER() OVER (ORDER BY n) AS g FROM seat) GROUP BY g;
SELECT a.n FROM seat a JOIN seat b ON b.n = a.n + 1 JOIN seat c ON c.n = a.n + 2;
