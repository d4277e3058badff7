CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  cents INTEGER NOT NULL,
  placed TEXT NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0
);

INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bela'), (3, 'Chen');
INSERT INTO orders (customer_id, cents, placed, cancelled) VALUES
  (1, 500, '2026-03-01', 0),
  (1, 900, '2026-03-02', 1),
  (2, 400, '2026-02-10', 0),
  (2, 300, '2026-02-03', 0);
