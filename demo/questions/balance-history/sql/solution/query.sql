-- One row for each account and day with moves.
WITH
  days AS (
    SELECT account_id, day, SUM(cents) AS moved
    FROM moves
    GROUP BY account_id, day
  ),
  balances AS (
    SELECT
      account_id,
      day,
      moved,
      SUM(moved) OVER (PARTITION BY account_id ORDER BY day) AS balance
    FROM days
  )
SELECT
  accounts.owner AS owner,
  day,
  moved,
  balance,
  -- The balance before is what it is now without the moves of the day.
  balance < 0 AND balance - moved >= 0 AS low
FROM balances
JOIN accounts ON accounts.id = balances.account_id
ORDER BY accounts.id, day;
