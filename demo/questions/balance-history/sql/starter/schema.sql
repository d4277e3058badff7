CREATE TABLE accounts (id INTEGER PRIMARY KEY, owner TEXT NOT NULL);
CREATE TABLE moves (
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  day TEXT NOT NULL,
  cents INTEGER NOT NULL
);

INSERT INTO accounts VALUES (1, 'Ada'), (2, 'Bela'), (3, 'Chen');
INSERT INTO moves VALUES
  (1, '2026-03-01', 500),
  (2, '2026-03-02', 300),
  (1, '2026-03-03', -800),
  (1, '2026-03-03', 100),
  (1, '2026-03-04', -50);
