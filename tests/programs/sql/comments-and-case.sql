-- A comment; with a semicolon
/* and
   a block; comment */
select 'a;b' as "semi;colon", 'it''s -- no comment' as [in brackets], `x` from (select 1 as x);
SeLeCt 1 AS One, 2 two
;;
select * from (select 1 as a union all select 2) order by a desc; select 'last without semicolon' as end_
