CREATE TABLE docs (id INTEGER, body TEXT);
INSERT INTO docs VALUES (1, '{"name":"Ann","tags":["a","b"],"address":{"city":"Rome","zip":null},"age":30}'), (2, '{"name":"Bob","tags":[],"ok":true}');
SELECT id, body->>'$.name' AS name, body->'address' AS address, json_extract(body, '$.tags[0]') AS first, json_array_length(body, '$.tags') AS n, body->>'$.address.zip' AS zip, typeof(body->>'age') FROM docs;
SELECT d.id, t.key, t.value, t.type FROM docs d, json_each(d.body, '$.tags') t;
SELECT fullkey, atom FROM docs, json_tree(body) WHERE atom IS NOT NULL AND docs.id = 1;
SELECT json_object('a', 1, 'b', json_array(1, 'x', NULL, 2.5)), json_set('{"a":1}', '$.b', 2), json_remove('{"a":1,"b":2}', '$.a'), json_patch('{"a":1}', '{"a":null,"c":3}'), json_valid('{bad'), json_type('[1]'), json_quote('it''s "x"');
SELECT json_group_array(name) FROM (SELECT body->>'name' AS name FROM docs ORDER BY id DESC);
SELECT json_group_object(id, body->>'name') AS o FROM docs;
SELECT json_extract('{bad', '$.a');
