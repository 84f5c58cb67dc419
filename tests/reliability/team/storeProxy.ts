import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createClientSplitter, createServerSplitter, type StatementName } from './storeWire';

/**
 * What happens to a statement that arrived:
 * - `pass`: it goes to the store, not before `until`, and its answer comes back.
 * - `cutBefore`: the connection is cut, and the store never hears of it.
 * - `cutAfter`: the store carries it out; the connection is cut before its answer comes back.
 * - `cutLate`: the connection is cut at once, and the store carries it out `afterMs` later.
 */
export type StatementFate =
  | { readonly as: 'pass'; readonly until?: Promise<unknown> }
  | { readonly as: 'cutBefore' | 'cutAfter' }
  | { readonly as: 'cutLate'; readonly afterMs: number };

/** Observers of the way to the store. Each is called at exactly that moment, before anything else happens. */
export interface StoreWatcher {
  readonly arrived: (statement: StatementName, bytes: Buffer) => StatementFate;
  /** The store is done; its answer hasn't been passed on yet. */
  readonly answered: (statement: StatementName) => void;
  readonly passedOn: (statement: StatementName) => void;
}

/** What stands between one desktop and the store. */
export interface StoreProxy {
  readonly port: number;
  watcher: StoreWatcher;
  close(): Promise<void>;
}

/** @param target the port of the store on 127.0.0.1 */
export async function startStoreProxy(target: number, first: StoreWatcher): Promise<StoreProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    keep(client);
    relay(client, keep(connect(target, '127.0.0.1')), () => proxy.watcher);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: StoreProxy = {
    port: (server.address() as AddressInfo).port,
    watcher: first,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return proxy;
}

function relay(client: Socket, store: Socket, watcherNow: () => StoreWatcher): void {
  client.setNoDelay();
  store.setNoDelay();
  const [split, splitAnswers] = [createClientSplitter(), createServerSplitter()];
  /** The statement that the store carries out, and who watches it. */
  let current: {
    readonly name: StatementName;
    readonly watcher: StoreWatcher;
    readonly isCut: boolean;
  } | null = null;
  let answer: Buffer[] = [];
  let work = Promise.resolve();

  async function forward(bytes: Buffer, name: StatementName): Promise<void> {
    // What outlives its caller isn't the next caller's.
    const watcher = watcherNow();
    const fate = name === 'other' ? ({ as: 'pass' } as const) : watcher.arrived(name, bytes);
    if (fate.as === 'pass') await fate.until;
    if (fate.as === 'cutBefore') {
      client.resetAndDestroy();
      store.destroy();
      return;
    }
    if (fate.as === 'cutLate') {
      client.resetAndDestroy();
      await wait(fate.afterMs);
    }
    current = { name, watcher, isCut: fate.as !== 'pass' };
    if (!store.destroyed) store.write(bytes);
  }

  client.on('data', (piece) => {
    for (const { bytes, statement } of split(piece)) {
      work = work.then(() => forward(bytes, statement));
    }
  });
  store.on('data', (piece) => {
    for (const { bytes, isReady } of splitAnswers(piece)) {
      if (current === null || current.name === 'other') {
        client.write(bytes);
        continue;
      }
      answer.push(bytes);
      if (!isReady) continue;
      const { name, watcher, isCut } = current;
      const whole = Buffer.concat(answer);
      [current, answer] = [null, []];
      if (isCut) {
        client.resetAndDestroy();
        store.destroy();
        return;
      }
      watcher.answered(name);
      if (!client.destroyed) client.write(whole, () => watcher.passedOn(name));
    }
  });
  // A statement that was sent is carried out even if its caller is gone.
  client.on('close', () => void work.then(() => (current === null ? store.destroy() : undefined)));
  store.on('close', () => client.destroy());
}
