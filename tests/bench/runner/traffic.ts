/** Proxies in front of a server: one counts the bytes that it sends, one is as slow as a network. */
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';

interface Proxy {
  server: Server;
  origin: string;
}

/** A proxy in front of the server that counts what is fetched. */
export async function countBytes(port: number): Promise<Proxy & { bytes(): number }> {
  let bytes = 0;
  const counted = await proxied(port, (socket, upstream) => {
    upstream.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.pipe(upstream).pipe(socket);
  });
  return { ...counted, bytes: () => bytes };
}

/** A line that carries so many bytes a second to the people behind it, whoever they are and however many servers are in front. */
export class SlowLine {
  #freeAt = 0;

  constructor(private readonly bytesPerSecond: number) {}

  to(port: number): Promise<Proxy> {
    return proxied(port, (socket, upstream) => {
      socket.pipe(upstream);
      let waiting = 0;
      upstream.on('data', (chunk) => {
        upstream.pause();
        const now = performance.now();
        this.#freeAt = Math.max(this.#freeAt, now) + (chunk.length / this.bytesPerSecond) * 1000;
        waiting += 1;
        setTimeout(() => {
          waiting -= 1;
          socket.write(chunk);
          upstream.resume();
        }, this.#freeAt - now);
      });
      upstream.on('end', () => {
        const end = () => (waiting > 0 ? setTimeout(end, 1) : socket.end());
        end();
      });
    });
  }
}

async function proxied(port: number, join: (socket: Socket, upstream: Socket) => void): Promise<Proxy> {
  const server = createServer((socket) => {
    const upstream = dial(port, '127.0.0.1');
    join(socket, upstream);
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
