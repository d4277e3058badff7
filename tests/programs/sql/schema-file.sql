SELECT p.name, count(o.id) AS orders, coalesce(sum(amount), 0) AS total
FROM person p LEFT JOIN orders o ON o.person_id = p.id
GROUP BY p.id ORDER BY total DESC, p.name;
INSERT INTO orders (person_id, amount) VALUES (1, -1);
