CREATE TABLE Employee (id INT, salary INT);
INSERT INTO Employee VALUES (1, 100);
SELECT (SELECT DISTINCT salary FROM Employee ORDER BY salary DESC LIMIT 1 OFFSET 1) AS SecondHighestSalary;
INSERT INTO Employee VALUES (2, 200), (3, 300), (4, 300);
SELECT MAX(salary) AS SecondHighestSalary FROM Employee WHERE salary < (SELECT MAX(salary) FROM Employee);
SELECT id, CASE WHEN salary >= 300 THEN 'high' WHEN salary >= 200 THEN 'mid' ELSE 'low' END AS band FROM Employee;
SELECT salary FROM Employee GROUP BY salary HAVING COUNT(*) > 1;
