CREATE TABLE views (
  reader TEXT NOT NULL,
  page TEXT NOT NULL,
  second INTEGER NOT NULL
);

INSERT INTO views VALUES
  ('ada', 'news', 0),
  ('ada', 'sport', 600),
  ('bela', 'news', 700),
  ('ada', 'news', 2400),
  ('ada', 'weather', 4201);
