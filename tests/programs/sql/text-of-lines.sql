SELECT 'tab	and
newline' AS text;
