CREATE TABLE orders (id INT, customer INT, total INT);
WITH big AS (
  SELECT customer, total
  FROM orders
  WHERE total > 100
),
counts AS (
  SELECT customer,
         COUNT(*) AS n,
         FROM orders
  GROUP BY customer
)
SELECT * FROM big JOIN counts USING (customer);
