SELECT 1 AS n UNION SELECT 2 UNION SELECT 1 ORDER BY n DESC;
SELECT value FROM json_each('[1,2,3]') INTERSECT SELECT value FROM json_each('[2,3,4]');
SELECT value FROM json_each('[1,2,3]') EXCEPT SELECT 2;
VALUES (1, 'a'), (2, 'b');
SELECT * FROM (SELECT 3 AS x, 'y' AS "a b", 5 AS "select");
