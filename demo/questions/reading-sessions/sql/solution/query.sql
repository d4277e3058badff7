-- One row for each session.
WITH
  marked AS (
    SELECT
      reader,
      page,
      second,
      -- The first view of a reader has none before it, and begins a session too.
      COALESCE(second - LAG(second) OVER by_time > 1800, 1) AS begins
    FROM views
    WINDOW by_time AS (PARTITION BY reader ORDER BY second)
  ),
  numbered AS (
    SELECT
      reader,
      page,
      second,
      SUM(begins) OVER (PARTITION BY reader ORDER BY second ROWS UNBOUNDED PRECEDING) AS session
    FROM marked
  )
SELECT
  reader,
  session,
  MIN(second) AS began,
  MAX(second) - MIN(second) AS seconds,
  COUNT(*) AS views,
  COUNT(DISTINCT page) AS pages
FROM numbered
GROUP BY reader, session
ORDER BY reader, session;
