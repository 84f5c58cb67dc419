import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Something on 127.0.0.1 that isn't the team's database, or pretends to be it. */
export interface FakeServer {
  readonly port: number;
  /** Everything it was sent, as text. */
  readonly received: () => string;
  close(): Promise<void>;
}

/** @param answer called with each piece that arrives */
export async function startFakeServer(
  answer: (piece: Buffer, socket: Socket) => void = () => undefined,
): Promise<FakeServer> {
  const pieces: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      pieces.push(piece);
      answer(piece, socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    received: () => Buffer.concat(pieces).toString('latin1'),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A message of PostgreSQL's protocol: its type, its length, and a number and text. */
export function authenticationMessage(kind: number, rest: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(9);
  head.write('R');
  head.writeInt32BE(8 + rest.length, 1);
  head.writeInt32BE(kind, 5);
  return Buffer.concat([head, rest]);
}
