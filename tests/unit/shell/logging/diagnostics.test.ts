import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createConnectionStore } from '../../../../main/connections/connectionStore';
import { diagnosticsText } from '../../../../main/shell/logging/diagnostics';
import { createRedaction } from '../../../../main/shell/logging/redaction';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
});
afterEach(() => {
  store.remove();
});

it('contain figures, states and the log, and neither a label, a name nor an address', () => {
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'E1');
  addAccount(store.db, 'c-1', 'E2');
  const text = diagnosticsText({
    about: ['AMC Access Manager 1.2.3', 'Electron 45'],
    windows: 3,
    dataFolder: dirname(store.file),
    db: store.db,
    connections: () =>
      createConnectionStore(store.db)
        .all()
        .map((stored) => ({ ...stored, returnUrl: '', pendingSignIn: null })),
    keychain: () => ({ state: 'locked', explanation: 'The keychain is locked.', leftBehind: '' }),
    log: {
      tail: () => [
        '2026-11-24T05:00:00.000Z info Started in /home/dana/app',
        '2026-11-24T05:00:01.000Z warn accounts.refresh: THROTTLED for rosa@agency.example',
      ],
    },
    redact: createRedaction('linux', { homeFolder: '/home/dana', userName: 'dana' }),
  });
  for (const fact of [
    '## Program\nAMC Access Manager 1.2.3\nElectron 45\nWindows: 3',
    '## Keychain\nlocked',
    'accounts: 2 rows',
    'ways_in: 2 rows',
    '## Connections\nc-1: sandbox, na, signedIn, without client secret',
    '## Last warnings and errors\n2026-11-24T05:00:01.000Z warn accounts.refresh: THROTTLED for [email address]',
    'Started in ~/app',
  ]) {
    expect(text).toContain(fact);
  }
  expect(text).toMatch(/access\.db: [\d,]+ bytes/);
  expect(text).not.toMatch(/Label of|Name of|agency\.example|\/home\/dana/);
});
