-- One row for each account and day with moves.
SELECT owner, day, cents
FROM moves
JOIN accounts ON accounts.id = moves.account_id;
