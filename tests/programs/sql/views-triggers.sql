CREATE TABLE account (id INTEGER PRIMARY KEY, balance INT);
CREATE TABLE audit (account INT, old INT, new INT);
CREATE TRIGGER log AFTER UPDATE OF balance ON account BEGIN
  INSERT INTO audit VALUES (old.id, old.balance, new.balance);
END;
INSERT INTO account VALUES (1, 100), (2, 50);
BEGIN;
UPDATE account SET balance = balance - 30 WHERE id = 1;
UPDATE account SET balance = balance + 30 WHERE id = 2;
COMMIT;
BEGIN TRANSACTION;
DELETE FROM account;
ROLLBACK;
CREATE VIEW rich AS SELECT * FROM account WHERE balance > 75;
SELECT * FROM rich;
SELECT * FROM audit;
SELECT type, name FROM sqlite_master ORDER BY name;
