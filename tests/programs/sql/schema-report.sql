SELECT c.name, COUNT(o.id) AS orders, COALESCE(SUM(o.total), 0) AS spent, MAX(o.placed) AS last
FROM customer c LEFT JOIN orders o ON o.customer = c.id
GROUP BY c.id ORDER BY spent DESC;
WITH monthly AS (SELECT strftime('%Y-%m', placed) AS month, SUM(total) AS total FROM orders GROUP BY month)
SELECT month, total, total - LAG(total) OVER (ORDER BY month) AS change FROM monthly;
INSERT INTO orders(customer, total, placed) VALUES (2, 99.5, '2024-03-01') RETURNING id, total;
SELECT name FROM customer WHERE id NOT IN (SELECT customer FROM orders);
