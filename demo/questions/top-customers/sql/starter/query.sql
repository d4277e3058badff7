-- Every customer, with the orders that count.
SELECT customers.name, COUNT(*) AS orders
FROM customers
JOIN orders ON orders.customer_id = customers.id
GROUP BY customers.name;
