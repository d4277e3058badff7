CREATE TABLE sales(id INTEGER PRIMARY KEY, region TEXT, rep TEXT, amount INT);
INSERT INTO sales(region, rep, amount) VALUES ('east','Ann',100),('east','Bob',300),('east','Cid',300),('west','Dan',50),('west','Eve',70),('west','Fay',NULL);
SELECT region, rep, amount,
  ROW_NUMBER() OVER w AS n, RANK() OVER w AS r, DENSE_RANK() OVER w AS d, NTILE(2) OVER w AS half,
  ROUND(PERCENT_RANK() OVER w, 2) AS pr, CUME_DIST() OVER w AS cd
FROM sales WINDOW w AS (PARTITION BY region ORDER BY amount DESC) ORDER BY region, n;
SELECT rep, amount, LAG(amount) OVER (ORDER BY id) AS before, LEAD(amount, 2, 0) OVER (ORDER BY id) AS two_on,
  FIRST_VALUE(rep) OVER (PARTITION BY region ORDER BY amount) AS least, NTH_VALUE(rep, 2) OVER (ORDER BY id) AS second
FROM sales;
