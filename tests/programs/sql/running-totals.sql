CREATE TABLE moves(day TEXT, amount REAL);
INSERT INTO moves VALUES ('2024-01-01', 10), ('2024-01-02', -3.5), ('2024-01-02', 1), ('2024-01-05', 20), ('2024-01-06', 0);
SELECT day, amount, SUM(amount) OVER (ORDER BY day) AS running, SUM(amount) OVER (ORDER BY day ROWS UNBOUNDED PRECEDING) AS by_rows,
  AVG(amount) OVER (ORDER BY day ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS around,
  COUNT(*) FILTER (WHERE amount > 0) OVER (ORDER BY day) AS gains,
  MAX(amount) OVER (ORDER BY day ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS later
FROM moves;
SELECT day, SUM(amount) AS total, SUM(SUM(amount)) OVER (ORDER BY day) AS balance, TOTAL(amount), ROUND(100.0 * SUM(amount) / SUM(SUM(amount)) OVER (), 1) AS share FROM moves GROUP BY day;
