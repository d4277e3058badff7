CREATE TABLE stock (sku TEXT PRIMARY KEY, qty INTEGER NOT NULL DEFAULT 0 CHECK (qty >= 0), updated TEXT) WITHOUT ROWID;
INSERT INTO stock VALUES ('a', 1, 'x'), ('b', 2, 'x') RETURNING sku, qty * 2 AS double;
INSERT INTO stock (sku, qty) VALUES ('a', 5), ('c', 7) ON CONFLICT (sku) DO UPDATE SET qty = qty + excluded.qty, updated = 'merged' WHERE excluded.qty > 0;
INSERT OR IGNORE INTO stock VALUES ('a', 99, 'y'); REPLACE INTO stock VALUES ('b', 20, NULL); INSERT INTO stock (sku) VALUES ('d') ON CONFLICT DO NOTHING;
SELECT * FROM stock ORDER BY sku; SELECT changes(), total_changes() > 0, last_insert_rowid();
UPDATE stock SET qty = qty + 1 WHERE sku IN ('a', 'd') RETURNING *;
DELETE FROM stock WHERE qty > 10 RETURNING sku; UPDATE stock SET qty = CASE WHEN sku = 'a' THEN 0 ELSE qty END; SELECT count(*) FROM stock;
UPDATE stock SET (qty, updated) = (SELECT 42, 'tuple') WHERE sku = 'c'; UPDATE stock SET qty = s.n FROM (SELECT 'd' AS k, 9 AS n) AS s WHERE sku = s.k;
SELECT * FROM stock;
UPDATE stock
SET qty = qty - 1000
WHERE sku = 'a';
