CREATE TABLE p(id INTEGER PRIMARY KEY, first TEXT, last TEXT, born TEXT);
INSERT INTO p(first, last, born) VALUES ('Ann', 'Lee', '1990-05-01'), ('Bob', NULL, '1985-12-31'), ('Cid', 'Oh', '2000-02-29');
SELECT first || ' ' || COALESCE(last, '?') AS name, substr(born, 1, 4) AS year, 2024 - CAST(substr(born, 1, 4) AS INT) - (strftime('%m-%d', born) > '06-15') AS age FROM p ORDER BY age;
SELECT upper(substr(first, 1, 1)) || lower(substr(first, 2)) AS proper, printf('%-6s|', first) AS padded FROM p;
SELECT last, COUNT(*) FROM p GROUP BY last IS NULL;
SELECT * FROM p ORDER BY last DESC NULLS LAST, first COLLATE NOCASE LIMIT 2;
SELECT first FROM p WHERE born >= '1990-01-01' AND born < '2001-01-01' ORDER BY born DESC;
SELECT (SELECT COUNT(*) FROM p q WHERE q.born <= p.born) AS nth, first FROM p ORDER BY nth;
