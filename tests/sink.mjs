// A server that programs are to reach in vain: it notes every request, every opened connection and every datagram.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';

/** @returns {Promise<{ url: string, udp: number, hits: string[], stop: () => void }>} */
export async function startSink() {
  /** @type {string[]} */
  const hits = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('"reached"');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  const datagrams = createSocket('udp4');
  datagrams.on('message', (message) => hits.push(`UDP of ${message.length} bytes`));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  await new Promise((resolve) => datagrams.bind(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = () => {
    server.close();
    server.closeAllConnections();
    datagrams.close();
  };
  return { url: `http://127.0.0.1:${port}`, udp: datagrams.address().port, hits, stop };
}
