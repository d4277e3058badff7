CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, author_id INT, price REAL);
INSERT INTO authors (name) VALUES ('Woolf'), ('Borges'), ('Unread');
INSERT INTO books (title, author_id, price) VALUES ('Orlando', 1, 9.5), ('The Waves', 1, 12), ('Ficciones', 2, 8.25), ('Anon', NULL, 1.0);
SELECT b.title, a.name FROM books b JOIN authors a ON a.id = b.author_id ORDER BY b.title;
SELECT a.name, b.title FROM authors a LEFT JOIN books b ON b.author_id = a.id ORDER BY 1, 2;
SELECT a.name, b.title FROM authors a FULL OUTER JOIN books b ON b.author_id = a.id ORDER BY a.name, b.title;
SELECT a.name || ' & ' || c.name AS pair FROM authors a CROSS JOIN authors c WHERE a.id < c.id;
SELECT name FROM authors WHERE NOT EXISTS (SELECT 1 FROM books WHERE author_id = authors.id);
