SELECT 100.0, 1e20, 1e-7, 0.1 + 0.2, 1/2, 1.0/2, 7 % 3, -5 / 2;
SELECT NULL, 'NULL', '', NULL = NULL, NULL IS NULL, COALESCE(NULL, 'x'), IFNULL(NULL, 0), NULLIF(1, 1);
SELECT 9223372036854775807, 9223372036854775807 + 1, 1234567890123456789, 123456789012.5, 3.0e10;
SELECT TRUE, FALSE, 1 = 1, 'a' < 'b', 'A' LIKE 'a', 'abc' GLOB 'a*', 5 BETWEEN 1 AND 9, 3 IN (1, 2);
SELECT typeof(1), typeof(1.0), typeof('1'), typeof(NULL), typeof(x'00'), CAST('12abc' AS INTEGER), '5' + 5, 'a' || 1;
SELECT round(2.5), round(3.14159, 2), abs(-3), max(1, 9, 4), min('b', 'a'), random() IS NOT NULL, 1e999, -1e999;
