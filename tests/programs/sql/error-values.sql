CREATE TABLE t (a INTEGER, b TEXT);
INSERT INTO t (a, b)
VALUES
  (1, 'x'),
  (2, 'y', 3);
