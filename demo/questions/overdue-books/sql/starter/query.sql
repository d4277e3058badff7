-- Every loan that is overdue on 15 March 2026.
SELECT *
FROM loans;
