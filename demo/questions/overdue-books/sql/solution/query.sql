-- Every loan that is overdue on 15 March 2026.
SELECT
  members.name AS member,
  books.title AS title,
  CAST(julianday('2026-03-15') - julianday(loans.due) AS INTEGER) AS days
FROM loans
JOIN members ON members.id = loans.member_id
JOIN books ON books.id = loans.book_id
WHERE loans.returned IS NULL AND loans.due < '2026-03-15'
ORDER BY days DESC, member, title;
