SELECT upper('aé'), lower('ÀB'), length('日本'), substr('hello', 2, 3), substr('hello', -2), trim('  x '), ltrim('xxa', 'x'), replace('aXbX', 'X', '-'), instr('hello', 'l'), hex('AZ'), char(72, 105), unicode('€'), quote('it''s'), 'a' || NULL;
SELECT typeof(1), typeof(1.0), typeof('1'), typeof(NULL), typeof(x'00'), 1 = '1', 1 < 'a', '10' < '9', CAST('12abc' AS INT), CAST(3.9 AS INT), CAST('x' AS REAL), 5 / 2, 5 / 2.0, -5 % 3, 5 / 0, 1e3, 0x1F;
SELECT 'abc' LIKE 'A%', 'abc' GLOB 'A*', 'a_c' LIKE 'a\_c' ESCAPE '\', 'abc' LIKE '_b_', NULL LIKE 'a', 'B' = 'b' COLLATE NOCASE, NOT NULL, NULL IS NULL, NULL = NULL, 1 IN (1, NULL), 2 IN (1, NULL), 3 BETWEEN 1 AND 3;
SELECT printf('%05d|%.2f|%-5s|%5s|%x|%,d|%%|%e', 42, 3.14159, 'ab', 'cd', 255, 1234567, 12345.678), format('%s has %d', 'x', 3), round(2.5), round(-2.567, 2), abs(-3), sign(-2), ceil(1.2), floor(-1.2), 7 & 3, 1 << 4, ~5;
SELECT max('a', 'B'), coalesce(NULL, NULL, 'c'), nullif('a', 'a'), 'it''s', "literal";
