import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newRecordId } from '../../../../main/storage/recordId';
import { hear, readHeardAt } from '../../../../main/team/link/lastContact';
import { openTeam } from '../../../../main/team/link/openTeam';
import { writeTeam } from '../../../../main/team/membership/joinedTeam';
import { CodedError } from '../../../../shared/errors';
import { temporaryStore, type Store } from '../../../support/fixtures/store';
import { passwordOf, startTeamServer, type TeamServer } from '../../../support/team/teamServer';

let server: TeamServer;
let teamId: string;
let store: Store;
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
  teamId = await server.teamId();
}, 60_000);
afterAll(() => server.remove());
beforeEach(() => {
  store = temporaryStore();
  writeTeam(
    store.db,
    { teamId, name: 'Northwind', installationId: newRecordId(1), address: server.addressOf('ben') },
    1,
  );
});
afterEach(() => store.remove());

const right = { get: () => Promise.resolve(passwordOf('ben')) };

describe('a team’s store', () => {
  test('is opened if it is the team’s that was joined', async () => {
    const opened = await openTeam(store.db, right);
    expect(opened).not.toBeNull();
    await opened?.store.close();
  });

  test('is of no use if it is another team’s by now, and says which', async () => {
    store.db.prepare('UPDATE teams SET team_id = ?, name = ?').run(newRecordId(2), 'Southwind');
    await expect(openTeam(store.db, right)).rejects.toMatchObject({
      code: 'TEAM_REFUSED',
      message: expect.stringMatching(/team Southwind, .* now of the team Northwind/) as string,
    });
  });

  test('speaks of the team’s password when the keychain is locked or has none', async () => {
    const locked = {
      get: () =>
        Promise.reject(new CodedError({ code: 'KEYCHAIN_LOCKED', message: 'Sign-ins can’t be read.' })),
    };
    await expect(openTeam(store.db, locked)).rejects.toMatchObject({
      code: 'KEYCHAIN_LOCKED',
      message: expect.stringMatching(/^The password for the team’s database .*locked/) as string,
    });
    const none = { get: () => Promise.resolve(null) };
    await expect(openTeam(store.db, none)).rejects.toMatchObject({
      code: 'SECRET_MISSING',
      message: expect.stringMatching(/password for the team’s database is missing/) as string,
    });
  });

  test('was last heard when the data says, also after a restart, and it is written once a minute', () => {
    expect(readHeardAt(store.db)).toBeNull();
    const first = hear(store.db, 1000, null);
    expect(readHeardAt(store.db)).toBe(1000);
    const second = hear(store.db, 30_000, first);
    expect([second, readHeardAt(store.db)]).toEqual([30_000, 1000]);
    hear(store.db, 61_000, second);
    expect(readHeardAt(store.db)).toBe(61_000);
  });
});
