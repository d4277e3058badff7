CREATE TABLE sales (day TEXT, shop TEXT, amount INT);
INSERT INTO sales VALUES ('2024-01-01','A',5),('2024-01-02','A',7),('2024-01-03','A',1),('2024-01-01','B',9),('2024-01-02','B',2);
SELECT day, shop, amount,
  SUM(amount) OVER (PARTITION BY shop ORDER BY day) AS running,
  LAG(amount, 1, 0) OVER w AS before, LEAD(amount) OVER w AS after,
  ROW_NUMBER() OVER w AS n, RANK() OVER (ORDER BY amount DESC) AS place,
  FIRST_VALUE(amount) OVER w AS first,
  AVG(amount) OVER (PARTITION BY shop ORDER BY day ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS moving
FROM sales
WINDOW w AS (PARTITION BY shop ORDER BY day)
ORDER BY shop, day;
SELECT shop, NTILE(2) OVER (ORDER BY day), PERCENT_RANK() OVER (ORDER BY amount), CUME_DIST() OVER (ORDER BY amount) FROM sales ORDER BY shop, day;
