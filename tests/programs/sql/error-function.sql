SELECT abs(-1);
SELECT medan(1);
