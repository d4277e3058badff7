SELECT upper('straße'), length('héllo'), substr('hello', 2, 3), replace('a-b', '-', '+'), trim('  x '), instr('hello', 'l');
SELECT printf('%05.2f|%-5s|%5d|%x', 3.14159, 'ab', 42, 255), hex('ab'), quote('it''s'), unicode('A'), char(72, 105);
SELECT date('2024-02-28', '+2 days'), strftime('%Y/%m/%d %H:%M', '2024-03-01 15:30'), julianday('2000-01-01');
SELECT date('2024-01-31', '+1 month'), datetime(0, 'unixepoch'), strftime('%w', '2024-07-04'), CAST(julianday('2024-03-01') - julianday('2024-02-01') AS INT);
SELECT group_concat(x, '-') FROM (SELECT 'a' AS x UNION SELECT 'b' UNION ALL SELECT 'a');
