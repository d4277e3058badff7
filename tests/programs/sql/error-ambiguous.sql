CREATE TABLE a (id INT, x INT);
CREATE TABLE b (id INT, y INT);
SELECT x, y
FROM a JOIN b ON a.id = b.id
WHERE id > 3;
