CREATE TABLE scores (student TEXT, subject TEXT, mark INT);
INSERT INTO scores VALUES ('Ada','math',95),('Ada','art',70),('Bob','math',60),('Bob','art',85);
SELECT student, MAX(CASE subject WHEN 'math' THEN mark END) AS math, MAX(CASE WHEN subject = 'art' THEN mark END) AS art
FROM scores GROUP BY student ORDER BY student;
SELECT student, mark, mark - AVG(mark) OVER () AS from_mean FROM scores WHERE subject = 'math';
