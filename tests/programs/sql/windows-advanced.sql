CREATE TABLE sales (id INTEGER PRIMARY KEY, rep TEXT, region TEXT, day TEXT, amount REAL);
INSERT INTO sales (rep, region, day, amount) VALUES
  ('Ann', 'N', '2024-01-01', 100), ('Ann', 'N', '2024-01-03', 50), ('Bob', 'N', '2024-01-02', 75), ('Bob', 'S', '2024-01-05', 200),
  ('Cid', 'S', '2024-01-01', NULL), ('Cid', 'S', '2024-01-04', 75), ('Dan', 'E', '2024-01-02', 0);
SELECT rep, day, amount, ROW_NUMBER() OVER w AS rn, RANK() OVER (ORDER BY amount DESC) AS rk, DENSE_RANK() OVER (ORDER BY amount DESC) AS dr,
  LAG(amount, 1, -1) OVER w AS prev, LEAD(amount) OVER w AS next, SUM(amount) OVER w AS running FROM sales WINDOW w AS (PARTITION BY rep ORDER BY day) ORDER BY rep, day;
SELECT region, rep, SUM(amount) AS total, SUM(SUM(amount)) OVER (PARTITION BY region) AS region_total, ROUND(100.0 * SUM(amount) / SUM(SUM(amount)) OVER (), 1) AS pct FROM sales GROUP BY region, rep ORDER BY 1, 2;
SELECT id, amount, AVG(amount) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS moving, MAX(amount) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) AS so_far,
  COUNT(*) FILTER (WHERE amount > 60) OVER (ORDER BY id) AS big, FIRST_VALUE(rep) OVER (ORDER BY amount DESC, id) AS best, NTH_VALUE(rep, 2) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS second, NTILE(3) OVER (ORDER BY id) AS tile FROM sales ORDER BY id;
SELECT id, PERCENT_RANK() OVER (ORDER BY id) AS pr, CUME_DIST() OVER (ORDER BY region) AS cd, GROUP_CONCAT(rep, '/') OVER (ORDER BY id ROWS 2 PRECEDING EXCLUDE CURRENT ROW) AS others FROM sales ORDER BY id;
SELECT * FROM (SELECT rep, amount, ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount DESC NULLS LAST, rep) AS n FROM sales) WHERE n <= 1 ORDER BY rep;
SELECT day, amount, SUM(amount) OVER (ORDER BY julianday(day) RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) AS two_days, SUM(amount) OVER (ORDER BY day GROUPS 1 PRECEDING) AS two_groups FROM sales ORDER BY day, id;
SELECT rep, SUM(amount) OVER () FROM sales WHERE ROW_NUMBER() OVER (ORDER BY id) = 1;
