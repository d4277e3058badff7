// The floor: sends each frame to everybody else in the room, and does nothing besides. Prints its port.
import { WebSocketServer } from 'ws';

/** @type {Map<string, Set<import('ws').WebSocket>>} */
const rooms = new Map();

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false }, () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`${address?.port}\n`);
});

server.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('message', (frame) => {
    for (const other of room) if (other !== socket) other.send(frame, { binary: true });
  });
  socket.on('close', () => room.delete(socket));
});
