const text = '{"a": 1, "b": }';
try {
  JSON.parse('[1, 2');
} catch (e) {
  console.log(e.name);
}
JSON.parse(text);
