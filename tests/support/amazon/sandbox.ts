import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { sandboxEndpoints } from '../../../main/sandbox/endpoints';
import type { SandboxMessage } from '../../../main/sandbox/process';
import type { Endpoints } from '../../../shared/domain/connection/region';
import { projectRoot } from '../projectRoot';
import { commandChild, controlOf, type SandboxControl } from './sandboxControl';

export interface SandboxStart {
  /** The state file; a new one in its own folder if omitted. */
  readonly stateFile?: string;
  readonly seed?: number;
  readonly accounts?: number;
  /** Additional accounts of Dana's whose instance came from instant access: they refuse user changes. */
  readonly instantAccessAccounts?: number;
  readonly invitations?: number;
  /** Additional members of each account, who can't sign in. */
  readonly members?: number;
  /** People who inherit access through the manager account. */
  readonly inheritedMembers?: number;
  readonly port?: number;
  readonly accessTokenSeconds?: number;
  /** Whether it has a process to itself, which can be killed and whose exit code is known. Otherwise it shares one with others. */
  readonly ownProcess?: boolean;
}

export interface RunningSandbox extends SandboxControl {
  readonly origin: string;
  readonly endpoints: Endpoints;
  readonly stateFile: string;
  /** Ends it as the app does: its own process with SIGTERM, which resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends its own process as a crash would, with SIGKILL. @throws Error if it shares one */
  readonly kill: () => Promise<void>;
  /** The sandbox's own truth: rows of its state, bypassing its API. */
  readonly query: (sql: string, ...parameters: (string | number)[]) => Record<string, unknown>[];
}

/** The built entry; `npm run build` makes it. */
export const sandboxEntry = join(projectRoot, 'dist/main/sandbox.js');

/** Starts the built sandbox and waits until it listens. */
export async function startSandbox(start: SandboxStart = {}): Promise<RunningSandbox> {
  const stateFile = start.stateFile ?? join(mkdtempSync(join(tmpdir(), 'amc-sandbox-')), 'sandbox.db');
  const options = processArguments({ ...start, stateFile });
  const place = await (start.ownProcess === true ? inOwnProcess(options) : inSharedProcess(options));
  const origin = `http://127.0.0.1:${String(place.port)}`;
  return {
    ...controlOf(place.child, place.port),
    origin,
    endpoints: sandboxEndpoints(origin),
    stateFile,
    stop: place.stop,
    kill: place.kill,
    query: (sql, ...parameters) => {
      const db = new DatabaseSync(stateFile, { readOnly: true });
      try {
        return db.prepare(sql).all(...parameters) as Record<string, unknown>[];
      } finally {
        db.close();
      }
    },
  };
}

interface Place extends Pick<RunningSandbox, 'stop' | 'kill'> {
  readonly child: ChildProcess;
  readonly port: number;
}

async function inOwnProcess(options: readonly string[]): Promise<Place> {
  const { child, port } = await startProcess(options);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    if (child.connected) child.disconnect();
    return child.exitCode;
  };
  return {
    child,
    port,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

/** A process that tests share. */
interface Host {
  readonly child: ChildProcess;
  /** How many sandboxes it has. */
  sandboxes: number;
}

let host: Promise<Host> | undefined;

/** A process takes longer to start than a sandbox in it, and has to build the validators of the API once more. */
async function inSharedProcess(options: readonly string[]): Promise<Place> {
  const { host, port } = await startInHost(options);
  const end = async (): Promise<null> => {
    await commandChild(host.child, { type: 'end' }, port);
    host.sandboxes -= 1;
    // From now on it doesn't keep this process from ending, and ends with it.
    if (host.sandboxes === 0) {
      host.child.unref();
      host.child.channel?.unref();
    }
    return null;
  };
  let ended: Promise<null> | undefined;
  return {
    child: host.child,
    port,
    stop: () => (ended ??= end()),
    kill: () => Promise.reject(new Error('Only a sandbox with `ownProcess` can be killed.')),
  };
}

async function startInHost(
  options: readonly string[],
): Promise<{ readonly host: Host; readonly port: number }> {
  const known = host;
  const running = known === undefined ? undefined : await known.catch(() => undefined);
  if (running?.child.connected !== true) {
    const starting = startProcess(options);
    host = starting.then(({ child }) => ({ child, sandboxes: 1 }));
    const { port } = await starting;
    return { host: await host, port };
  }
  running.sandboxes += 1;
  running.child.ref();
  running.child.channel?.ref();
  try {
    const port = await commandChild(running.child, { type: 'startAnother', options: [...options] });
    return { host: running, port };
  } catch (error) {
    running.sandboxes -= 1;
    throw error;
  }
}

async function startProcess(options: readonly string[]): Promise<Pick<Place, 'child' | 'port'>> {
  const child = fork(sandboxEntry, options, { execArgv: [] });
  const message = await firstMessage(child);
  if (message.type === 'failed') throw new Error(`The sandbox did not start: ${message.message}`);
  return { child, port: Number(new URL(message.origin).port) };
}

/** What the process announces, or an error when it ends before it says anything. */
export async function firstMessage(child: ChildProcess): Promise<SandboxMessage> {
  const quiet = new AbortController();
  const ended = once(child, 'exit', { signal: quiet.signal }).then(([code]) => {
    throw new Error(`The sandbox process ended with code ${code} before it was ready.`);
  });
  try {
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [SandboxMessage];
    return message;
  } finally {
    ended.catch(() => undefined);
    quiet.abort();
  }
}

function processArguments(start: SandboxStart & { readonly stateFile: string }): string[] {
  const options: Readonly<Record<string, string | number | undefined>> = {
    state: start.stateFile,
    seed: start.seed,
    accounts: start.accounts,
    'instant-access-accounts': start.instantAccessAccounts,
    invitations: start.invitations,
    members: start.members,
    'inherited-members': start.inheritedMembers,
    port: start.port,
    'access-token-seconds': start.accessTokenSeconds,
  };
  return Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  );
}
