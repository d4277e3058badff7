CREATE TABLE departments (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE employees (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  salary INTEGER,
  department_id INTEGER REFERENCES departments(id)
);
INSERT INTO departments VALUES (1, 'Engineering'), (2, 'Sales'), (3, 'Legal');
INSERT INTO employees VALUES
  (1, 'Ada', 9000, 1), (2, 'Bob', 7000, 1), (3, 'Cyd', 9000, 1),
  (4, 'Dan', 4000, 2), (5, 'Eve', 5500, 2), (6, 'Flo', NULL, NULL);

-- The best paid of each department
WITH ranked AS (
  SELECT e.*, DENSE_RANK() OVER (PARTITION BY department_id ORDER BY salary DESC) AS place
  FROM employees e
)
SELECT d.name AS department, r.name AS employee, r.salary
FROM ranked r JOIN departments d ON d.id = r.department_id
WHERE place = 1
ORDER BY department, employee;

SELECT d.name, COUNT(e.id) AS people, MAX(e.salary) AS best
FROM departments d LEFT JOIN employees e ON e.department_id = d.id
GROUP BY d.id ORDER BY people DESC;
