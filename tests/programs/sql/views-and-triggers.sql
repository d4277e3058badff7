CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT, price REAL, changed INT DEFAULT 0);
CREATE TABLE history(item INT, old REAL, new REAL);
CREATE TRIGGER priced AFTER UPDATE OF price ON item WHEN old.price <> new.price BEGIN
  INSERT INTO history VALUES (old.id, old.price, new.price);
  UPDATE item SET changed = changed + 1 WHERE id = new.id;
END;
CREATE VIEW cheap AS SELECT name, price FROM item WHERE price < 10;
CREATE TRIGGER into_cheap INSTEAD OF INSERT ON cheap BEGIN INSERT INTO item(name, price) VALUES (new.name, min(new.price, 9)); END;
INSERT INTO item(name, price) VALUES ('pen', 2), ('book', 15.5);
UPDATE item SET price = price * 2;
UPDATE item SET price = price;
INSERT INTO cheap VALUES ('bag', 50);
SELECT * FROM item; SELECT * FROM history; SELECT * FROM cheap;
CREATE INDEX by_name ON item(name);
SELECT type, name, tbl_name FROM sqlite_master WHERE type <> 'table' ORDER BY name;
DROP VIEW cheap; DROP TRIGGER priced;
SELECT name FROM sqlite_master ORDER BY name;
PRAGMA table_info(item);
