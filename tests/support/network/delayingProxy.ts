import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A longer way to a server on this computer. */
export interface DelayingProxy {
  /** On 127.0.0.1. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Everything the server answers arrives later, in order; a timer is at most a millisecond or so too late. Delaying one direction
 * alone makes one such error a round trip instead of two.
 * @param target the server's port on 127.0.0.1 @param roundTripMs how much longer a round trip takes, in ms
 */
export async function startDelayingProxy(target: number, roundTripMs: number): Promise<DelayingProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket.setNoDelay());
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const proxy = createServer((client) => {
    keep(client);
    const server = keep(connect(target, '127.0.0.1'));
    client.pipe(server);
    // Timers of the same length end in the order in which they began.
    server.on('data', (bytes) => setTimeout(() => client.write(bytes), roundTripMs));
    server.on('close', () => setTimeout(() => client.destroy(), roundTripMs));
    client.on('close', () => server.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    async close() {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
