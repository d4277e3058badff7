-- One row for each session.
SELECT reader, MIN(second) AS began, COUNT(*) AS views
FROM views
GROUP BY reader;
