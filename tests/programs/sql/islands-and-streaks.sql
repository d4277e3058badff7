-- classic: consecutive days, streaks, retention, pareto
create table login (u int, d text); insert into login values (1,'2024-01-01'),(1,'2024-01-02'),(1,'2024-01-03'),(1,'2024-01-05'),(2,'2024-01-01'),(2,'2024-01-03'),(2,'2024-01-04'),(3,'2024-01-09'),(1,'2024-01-02');
with x as (select distinct u, d from login), y as (select u, d, date(d, '-' || row_number() over (partition by u order by d) || ' days') as grp from x)
select u, min(d) as from_day, max(d) as to_day, count(*) as streak from y group by u, grp having count(*) > 1 order by streak desc, u;
with first as (select u, min(d) as f from login group by u), r as (select l.u, cast(julianday(l.d) - julianday(f) as int) as day from login l join first using (u) group by l.u, l.d)
select day, count(*) as users, round(100.0 * count(*) / (select count(*) from first), 1) || '%' as retained from r group by day order by day;
create table t (n int); insert into t values (1),(2),(3),(7),(8),(10);
select min(n) || case when max(n) > min(n) then '-' || max(n) else '' end as range from (select n, n - row_number() over (order by n) as g from t) group by g;
select n + 1 as gap_from, next - 1 as gap_to from (select n, lead(n) over (order by n) as next from t) where next > n + 1;
create table score (team text, pts int); insert into score values ('a', 50), ('b', 30), ('c', 15), ('d', 5);
select team, pts, sum(pts) over (order by pts desc) * 100 / sum(pts) over () as cumulative, case when sum(pts) over (order by pts desc rows between unbounded preceding and 1 preceding) >= 80 then 'tail' else 'head' end as part from score;
select team, pts, (select count(*) + 1 from score s2 where s2.pts > s1.pts) as place, printf('%s', substr('##########', 1, pts / 5)) as bar from score s1 order by pts desc;
with recursive seq(i) as (select 1 union all select i + 1 from seq where i < 10), matched as (select i, n from seq left join t on n = i) select group_concat(i) filter (where n is null) as missing, count(n) as there from matched;
select max(case when rn = 1 then team end) as first, max(case when rn = 2 then team end) as second, count(*) from (select team, row_number() over (order by pts desc) as rn from score);
select a.n as x, b.n as y from t a join t b on a.n + b.n = 10 and a.n < b.n; select distinct a.n from t a, t b where a.n = b.n * 2;
select u, group_concat(d, ' ') as days from (select * from login order by u, d) group by u having count(distinct d) >= 3;
select count(*) as n, sum(n) as s, avg(n) as a, (sum(n * n) - sum(n) * sum(n) / count(*)) / (count(*) - 1) as variance from t;
select team from score where pts = (select max(pts) from score where pts < (select max(pts) from score)) ; select 'done' as status where 1 = 0;
select team, count(*) over as c from score;
