WITH RECURSIVE days(d) AS (SELECT date('2024-02-27') UNION ALL SELECT date(d, '+1 day') FROM days WHERE d < '2024-03-02')
SELECT d, strftime('%w', d) AS weekday, CASE strftime('%w', d) WHEN '0' THEN 'Sun' WHEN '6' THEN 'Sat' ELSE 'work' END AS kind FROM days;
WITH RECURSIVE fib(n, a, b) AS (VALUES (1, 0, 1) UNION ALL SELECT n + 1, b, a + b FROM fib WHERE n < 12) SELECT group_concat(a) FROM fib;
WITH RECURSIVE split(word, rest) AS (SELECT '', 'red,green,,blue' || ',' UNION ALL SELECT substr(rest, 1, instr(rest, ',') - 1), substr(rest, instr(rest, ',') + 1) FROM split WHERE rest <> '')
SELECT word, length(word) FROM split WHERE word <> '';
WITH RECURSIVE primes(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM primes WHERE n < 40)
SELECT n FROM primes p WHERE NOT EXISTS (SELECT 1 FROM primes q WHERE q.n < p.n AND p.n % q.n = 0);
