class Link extends URL {}
console.log(new Link('/a?b=1', 'https://x.example').href, new URL('http://u:p@h:8080/p#f').constructor === URL, URL.canParse('nope'));
try {
  new URL('/only/a/path');
} catch ({ name, code, message, input }) {
  console.log(name, code, message, input);
}
new URL('not an address');
