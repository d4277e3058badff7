CREATE TABLE a(id INT, v TEXT);
CREATE TABLE b(id INT, w TEXT);
SELECT v,
       id
FROM a JOIN b ON a.id = b.id;
