SELECT json_extract('{"a": {"b": [1, 2, {"c": "x"}]}}', '$.a.b[2].c'), '{"n": 5}' ->> 'n', '{"n": [1]}' -> 'n';
SELECT key, value, type FROM json_each('{"x": 1, "y": "two", "z": null, "w": [3]}');
SELECT json_object('id', 1, 'tags', json_array('a', 2, NULL)), json_group_array(value) FROM json_each('[3, 4]');
SELECT json_valid('{bad'), json_array_length('[1,2,3]'), json_set('{"a":1}', '$.b', 2);
