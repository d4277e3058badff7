CREATE TABLE users (id INTEGER, name TEXT);
SELECT u.name,
       o.total
FROM users u
WHERE u.id = 1;
