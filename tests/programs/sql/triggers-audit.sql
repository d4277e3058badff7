CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, price NUMERIC, tax AS (price * 0.2) STORED);
CREATE TABLE audit (at INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT);
CREATE TRIGGER ins AFTER INSERT ON item BEGIN INSERT INTO audit (what) VALUES ('new ' || new.name); END;
CREATE TRIGGER upd AFTER UPDATE OF price ON item FOR EACH ROW WHEN new.price <> old.price BEGIN INSERT INTO audit (what) VALUES (old.name || ': ' || old.price || ' -> ' || new.price); END;
CREATE TRIGGER guard BEFORE DELETE ON item BEGIN SELECT CASE WHEN old.price > 100 THEN RAISE(ABORT, 'too precious') END; END;
CREATE VIEW cheap AS SELECT name, price FROM item WHERE price < 50; CREATE TRIGGER via INSTEAD OF INSERT ON cheap BEGIN INSERT INTO item (name, price) VALUES (new.name, new.price); END;
INSERT INTO item (name, price) VALUES ('Pen', 2.5), ('ring', 500); INSERT INTO cheap VALUES ('cup', 8); UPDATE item SET price = price * 2 WHERE id <> 2; UPDATE item SET name = 'PEN' WHERE id = 1;
SELECT * FROM item WHERE name = 'pen'; SELECT * FROM cheap ORDER BY name DESC; SELECT * FROM audit; DELETE FROM item WHERE id = 1;
CREATE UNIQUE INDEX by_name ON item (name); SELECT name FROM item INTERSECT SELECT 'CUP' COLLATE NOCASE; SELECT 1 UNION SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3; VALUES (1, 'a'), (2, 'b'); SELECT EXISTS (SELECT 1 FROM item WHERE price > 1000) AS e, (SELECT max(price) FROM item) AS m;
DELETE FROM item
WHERE id = 2;
