import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

export interface TunnelProxy {
  readonly address: string;
  /** `host:port` of every CONNECT that arrived. */
  readonly targets: readonly string[];
  close(): Promise<void>;
}

/** A real HTTP proxy on loopback, as in an office: it tunnels CONNECT, or refuses with the given status. */
export async function startTunnelProxy(refuseWith?: number): Promise<TunnelProxy> {
  const targets: string[] = [];
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', ({ url = '' }, client, head) => {
    targets.push(url);
    if (refuseWith !== undefined) {
      client.end(`HTTP/1.1 ${refuseWith} Refused\r\ncontent-type: text/html\r\n\r\n<html>proxy</html>`);
      return;
    }
    const { hostname, port } = new URL(`tcp://${url}`);
    const behind = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      behind.write(head);
      behind.pipe(client).pipe(behind);
    });
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    targets,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
