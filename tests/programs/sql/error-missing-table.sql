CREATE TABLE users (id INT);
SELECT * FROM users;
SELECT u.id
FROM users u
JOIN ordrs o ON o.user_id = u.id;
