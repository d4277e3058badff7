const http = require('http');
const server = http.createServer((req, res) => res.end('hi'));
server.listen(0, '127.0.0.1', () => { console.log('listening'); server.close(); });
