CREATE TABLE seat (row_no INT, seat_no INT, who TEXT, UNIQUE (row_no, seat_no));
INSERT INTO seat VALUES (1, 1, 'Ann');
SELECT * FROM seat;
INSERT INTO seat
VALUES (1, 2, 'Bob'),
       (1, 1, 'Cid');
SELECT 'never';
