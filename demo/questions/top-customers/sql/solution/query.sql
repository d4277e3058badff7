-- Every customer, with the orders that count.
SELECT
  customers.name AS name,
  COUNT(orders.id) AS orders,
  COALESCE(SUM(orders.cents), 0) AS paid,
  MAX(orders.placed) AS last
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id AND orders.cancelled = 0
GROUP BY customers.id
ORDER BY paid DESC, customers.id;
