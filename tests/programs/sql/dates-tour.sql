SELECT date('2024-01-31', '+1 month'), date('2024-02-29', '+1 year'), date('2024-03-15', 'start of month', '-1 day'), time('12:30', '+90 minutes');
SELECT strftime('%Y-%m-%d %H:%M:%S', 0, 'unixepoch'), strftime('%s', '2000-01-01'), strftime('%j', '2024-12-31'), strftime('%W', '2024-01-08'), julianday('2024-03-01') - julianday('2024-02-01');
SELECT datetime('2024-01-01T10:00:00Z'), datetime('2024-01-01 10:00:00+02:00'), date('not a date'), date('2024-13-01'), datetime(1700000000, 'unixepoch');
SELECT date('2024-05-15', 'weekday 1'), date('2024-05-15', 'start of year', '+6 months'), CAST(strftime('%Y', '2024-05-15') AS INTEGER) + 1;
CREATE TABLE logins(who TEXT, at TEXT);
INSERT INTO logins VALUES ('a','2024-01-01'),('a','2024-01-02'),('a','2024-01-03'),('a','2024-01-05'),('b','2024-01-02'),('b','2024-01-03');
SELECT who, MIN(at) AS begins, MAX(at) AS ends, COUNT(*) AS days FROM (SELECT who, at, date(at, '-' || ROW_NUMBER() OVER (PARTITION BY who ORDER BY at) || ' days') AS island FROM logins) GROUP BY who, island ORDER BY who, begins;
SELECT strftime('%Y-%m', at) AS month, COUNT(DISTINCT who) AS people FROM logins GROUP BY month;
