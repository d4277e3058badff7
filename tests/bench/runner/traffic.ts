/** Counts the bytes that a server sends. */
import { createServer, connect as dial, type Server } from 'node:net';

/** A proxy in front of the server that counts what is fetched. */
export async function countBytes(port: number): Promise<{ server: Server; origin: string; bytes(): number }> {
  let bytes = 0;
  const server = createServer((socket) => {
    const upstream = dial(port, '127.0.0.1');
    upstream.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.pipe(upstream).pipe(socket);
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The counting proxy has no port.');
  return { server, origin: `http://127.0.0.1:${address.port}`, bytes: () => bytes };
}
