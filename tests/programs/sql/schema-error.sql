SELECT name, city
FROM customer;
SELECT name,
  totl
FROM customer JOIN orders ON orders.customer = customer.id;
