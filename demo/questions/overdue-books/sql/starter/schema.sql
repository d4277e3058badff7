CREATE TABLE members (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE loans (
  member_id INTEGER NOT NULL REFERENCES members (id),
  book_id INTEGER NOT NULL REFERENCES books (id),
  due TEXT NOT NULL,
  returned TEXT
);

INSERT INTO members VALUES (1, 'Ada'), (2, 'Bela'), (3, 'Chen');
INSERT INTO books VALUES (1, 'Maps of the North'), (2, 'Bread at Home'), (3, 'Small Engines');
INSERT INTO loans VALUES
  (1, 1, '2026-03-01', NULL),
  (1, 2, '2026-03-20', NULL),
  (2, 3, '2026-02-20', '2026-02-25'),
  (2, 2, '2026-03-10', NULL);
