-- a comment; with a semicolon
/* and
   more; */
SELECT 'it''s; fine' AS "quoted ""name""", [x y] FROM (SELECT 1 AS [x y]); -- end
SELECT `a` FROM (SELECT 1 AS a);;
select "no such column";
