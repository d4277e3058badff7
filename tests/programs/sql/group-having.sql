CREATE TABLE orders (id INTEGER, customer TEXT, amount NUMERIC, status TEXT);
INSERT INTO orders VALUES (1,'ada',10,'paid'),(2,'ada',20.5,'paid'),(3,'bob',5,'open'),(4,'cyd',100,'paid'),(5,'bob',7,'paid');
SELECT customer, COUNT(*) n, SUM(amount) total, AVG(amount) mean, MIN(amount), MAX(amount), GROUP_CONCAT(status) FROM orders GROUP BY customer HAVING total > 11 ORDER BY total DESC;
SELECT status, COUNT(DISTINCT customer) FROM orders GROUP BY status;
SELECT COUNT(*) FILTER (WHERE status = 'open') AS open, TOTAL(amount) FROM orders;
