CREATE TABLE stock (sku TEXT PRIMARY KEY, qty INT NOT NULL DEFAULT 0, CHECK (qty >= 0));
INSERT INTO stock VALUES ('a', 1), ('b', 2);
INSERT INTO stock VALUES ('a', 5) ON CONFLICT (sku) DO UPDATE SET qty = qty + excluded.qty;
INSERT OR IGNORE INTO stock VALUES ('b', 99);
REPLACE INTO stock VALUES ('c', 3);
UPDATE stock SET qty = qty - 1 WHERE sku = 'a' RETURNING sku, qty;
DELETE FROM stock WHERE sku = 'c' RETURNING *;
SELECT *, typeof(qty) FROM stock ORDER BY sku;
SELECT changes(), total_changes(), last_insert_rowid();
