import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivity } from '../../../../main/activity/activity';
import { whereItHappened } from '../../../../main/shell/failures/crashReport';
import type { Log } from '../../../../main/shell/logging/log';
import { startStateLogger } from '../../../../main/shell/logging/stateLogger';
import { logFailures } from '../../../../main/shell/logging/failureLogger';
import type { Connection } from '../../../../shared/domain/connection/connection';
import type { KeychainStatus } from '../../../../shared/domain/connection/keychain';
import { CodedError } from '../../../../shared/errors';
import { temporaryStore, type Store } from '../../../support/fixtures/store';

let lines: string[];
let log: Log;
let store: Store;
beforeEach(() => {
  lines = [];
  const write = (level: string) => (line: string) => void lines.push(`${level} ${line}`);
  log = { info: write('info'), warn: write('warn'), error: write('error') };
  store = temporaryStore();
});
afterEach(() => {
  store.remove();
});

const connection = (state: Connection['state']): Connection => ({
  connectionId: 'c-1',
  kind: 'amazon',
  label: 'Northwind',
  region: 'eu',
  clientId: 'client',
  hasClientSecret: true,
  returnPort: 8710,
  returnUrl: 'http://localhost:8710/callback',
  endpoints: null,
  realm: 'amazon',
  state,
  identity: { userId: 'u', name: 'Dana Ortiz', email: 'dana@agency.example' },
  identityConfirmed: true,
  pendingSignIn: null,
});

describe('the log of changes', () => {
  let connections: Connection[] = [];
  let keychain: KeychainStatus = { state: 'checking', explanation: '', leftBehind: '' };
  const observe = () =>
    startStateLogger({ log, connections: () => connections, keychain: () => keychain, db: store.db });

  it('names each connection by ID when its state changes, and never by its label or person', () => {
    connections = [connection('signedOut')];
    const changed = observe();
    changed('connections.changed');
    connections = [connection('signedIn')];
    changed('connections.changed');
    connections = [];
    changed('connections.changed');
    expect(lines).toEqual([
      'info Connection c-1: amazon eu signedOut',
      'info Connection c-1: amazon eu signedIn',
      'info Connection c-1: removed',
    ]);
  });

  it('reports the keychain once per change', () => {
    keychain = { state: 'checking', explanation: '', leftBehind: '' };
    const changed = observe();
    keychain = { state: 'locked', explanation: 'The keychain is locked.', leftBehind: '' };
    changed('app.changed');
    changed('app.changed');
    expect(lines).toEqual(['info Keychain: locked']);
  });

  it('counts completed operations with Amazon’s request ID, each once, and names nobody', () => {
    const entry = {
      at: 1,
      action: 'create' as const,
      connectionLabel: 'Northwind',
      actor: 'Dana',
      realm: 'amazon',
      accountId: 'E',
      accountName: 'Brand',
      emailAddress: 'rosa@agency.example',
      userName: 'Rosa',
      role: 'viewer',
      invitationId: null,
      userId: null,
      operationId: 1,
      detail: null,
      code: null,
    };
    const record = (result: 'done' | 'failed', amazonRequestId: string | null) =>
      createActivity(store.db).record([{ ...entry, result, amazonRequestId }]);
    record('done', 'before the start');
    const changed = observe();
    record('done', 'amzn-1');
    record('done', 'amzn-1');
    record('failed', null);
    changed('operations.changed');
    changed('operations.changed');
    expect(lines).toEqual([
      'info Operations: 2 × create done, Amazon’s request ID amzn-1',
      'info Operations: 1 × create failed',
    ]);
  });

  it('never stops its callers, even when the database can no longer be read', () => {
    const changed = observe();
    store.db.exec('DROP TABLE activity');
    changed('operations.changed');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^error What changed \(operations.changed\) could not be read/);
  });
});

describe('the log of failures', () => {
  const failures: unknown[] = [];
  const watched = <H extends Record<string, (input: never) => unknown>>(handlers: H): H =>
    logFailures(handlers, log, (thrown) => failures.push(thrown));

  it('names channel, code and request ID, but not the sentence, and passes the failure on', async () => {
    const error = new CodedError({ code: 'THROTTLED', message: 'Wait, Dana.', requestId: 'amzn-2' });
    const handlers = watched({
      'accounts.refresh': (): Promise<never> => Promise.reject(error),
    });
    await expect(handlers['accounts.refresh']()).rejects.toBe(error);
    expect(lines).toEqual(['warn accounts.refresh: THROTTLED, Amazon’s request ID amzn-2']);
    expect(failures).toEqual([error]);
  });

  it('lists accounts that could not be read in a refresh that continued', async () => {
    const results = [
      { account: {}, error: null },
      { account: {}, error: { code: 'NETWORK', message: 'x', retryable: true } },
    ];
    const handlers = watched({ 'invitations.refresh': () => Promise.resolve({ results }) });
    expect(await handlers['invitations.refresh']()).toEqual({ results });
    expect(lines).toEqual(['warn invitations.refresh: NETWORK']);
  });

  it('says where an unexpected error happened, not what it quoted', async () => {
    const handlers = watched({ 'accounts.list': () => JSON.parse('Dana Ortiz') as unknown });
    await expect(handlers['accounts.list']()).rejects.toThrow(SyntaxError);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^error accounts\.list: SyntaxError\nat .*logging\.test/s);
    expect(lines[0]).not.toContain('Dana');
  });
});

describe('where an error happened', () => {
  it('includes what SQLite or the system said', () => {
    const error = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    expect(whereItHappened(error)).toMatch(/^Error ENOSPC: no space left\nat /);
  });

  it('also works for values that are not errors, without printing them', () => {
    expect(whereItHappened('Atza|secret')).toBe('Something was thrown that is no error: string');
  });
});
