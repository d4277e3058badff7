SELECT json('{"a": [1, 2, {"b": null}]}'), json_extract('{"a":{"b":[10,20]}}', '$.a.b[1]'), '{"x":"y"}' ->> 'x', '{"x":"y"}' -> '$.x', json_type('[1.5]', '$[0]');
SELECT key, value, type, fullkey FROM json_each('{"name":"Ann","age":31,"tags":["x","y"],"ok":true,"none":null}');
SELECT path, atom FROM json_tree('{"a":{"b":[1,2]}}') WHERE atom IS NOT NULL;
SELECT json_object('id', 1, 'list', json_array(1, 'two', NULL, 3.5)), json_set('{"a":1}', '$.b', 2, '$.a', 9), json_remove('[0,1,2]', '$[1]'), json_insert('{"a":1}', '$.a', 5), json_patch('{"a":1,"b":2}', '{"b":null,"c":3}');
CREATE TABLE events(id INTEGER PRIMARY KEY, body TEXT CHECK (json_valid(body)));
INSERT INTO events(body) VALUES ('{"type":"click","n":3}'), ('{"type":"view","n":5}'), ('{"type":"click","n":4}');
SELECT body ->> '$.type' AS type, SUM(body ->> '$.n') AS n, json_group_array(id) AS ids, json_group_object(id, body ->> 'n') AS map FROM events GROUP BY type;
SELECT json_array_length('[1,2,3]'), json_valid('{bad'), json_quote('it"s'), json_valid('[]');
INSERT INTO events(body) VALUES ('{bad');
