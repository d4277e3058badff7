const url = require('url');
console.log(url.parse('http://user:pw@Example.com:8080/a/b?x=1&y=2#end'));
console.log(url.parse('/only/path?q=1', true), url.parse('x') instanceof url.Url);
const parsed = url.parse('https://a.com/x/y?z');
console.log(parsed.format(), url.format(parsed), parsed.resolve('../w'), parsed.resolveObject('/v').pathname, Object.keys(parsed).length);
console.log(url.parse('http://user:p%40ss@a.com/x').href);
