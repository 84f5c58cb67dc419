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
import { controlOf, type SandboxControl } from './sandboxControl';

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
}

export interface RunningSandbox extends SandboxControl {
  readonly origin: string;
  readonly endpoints: Endpoints;
  readonly stateFile: string;
  /** Ends it as the app does, with SIGTERM. Resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a crash would, with SIGKILL. */
  readonly kill: () => Promise<void>;
  /** The sandbox's own truth: rows of its state, bypassing its API. */
  readonly query: (sql: string, ...parameters: (string | number)[]) => Record<string, unknown>[];
}

/** The built entry; `npm run build` makes it. */
export const sandboxEntry = join(projectRoot, 'dist/main/sandbox.js');

/** Starts the built sandbox in a separate process and waits until it listens. */
export async function startSandbox(start: SandboxStart = {}): Promise<RunningSandbox> {
  const stateFile = start.stateFile ?? join(mkdtempSync(join(tmpdir(), 'amc-sandbox-')), 'sandbox.db');
  const child = fork(sandboxEntry, processArguments({ ...start, stateFile }), { execArgv: [] });
  const message = await firstMessage(child);
  if (message.type === 'failed') throw new Error(`The sandbox did not start: ${message.message}`);

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    if (child.connected) child.disconnect();
    return child.exitCode;
  };
  return {
    ...controlOf(child),
    origin: message.origin,
    endpoints: sandboxEndpoints(message.origin),
    stateFile,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
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
