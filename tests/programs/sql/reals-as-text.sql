SELECT 0.1 + 0.2 AS real, (0.1 + 0.2) || '' AS text, CAST(0.1 + 0.2 AS TEXT) AS cast_text;
SELECT group_concat(x, ' ') AS all_of_them FROM (SELECT 1.0 / 3 AS x UNION ALL SELECT 2.5 UNION ALL SELECT 100.0);
SELECT json_array(0.1 + 0.2, 1.1, 1e20) AS json, round(2.0 / 3, 2) || ' %' AS rounded, printf('%.3f', 2.0 / 3) AS printed;
SELECT 0.1 + 0.2 = 0.3 AS same, '' || 0.1 AS tenth;
