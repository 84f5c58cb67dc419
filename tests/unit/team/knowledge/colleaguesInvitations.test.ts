import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createBatches, type Batches } from '../../../../main/batches/batches';
import { createPeople } from '../../../../main/people/people';
import type { RowFinding } from '../../../../shared/domain/batch/batch';
import { defaultSettings } from '../../../../shared/domain/settings';
import { account, invitingBench, people, statuses } from '../../../support/benches/inviting';
import { lossyAmazon } from '../../../support/amazon/lossyAmazon';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';
import { startDesktop, type TeamDesktop } from '../../../support/team/desktop';
import { startTeamServer, type TeamServer } from '../../../support/team/teamServer';
import { row } from '../../batches/support/rows';

const bench = invitingBench();
let server: TeamServer;
let benStore: Store;
let desktops: TeamDesktop[] = [];

beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
  await server.addMember('mia');
});
afterAll(() => server.remove());
beforeEach(() => {
  lossyAmazon(bench);
  benStore = temporaryStore();
  addConnection(benStore.db, account.connectionId);
  addAccount(benStore.db, account.connectionId, account.accountId);
});
afterEach(async () => {
  await Promise.all(desktops.map((desktop) => desktop.quit()));
  desktops = [];
  benStore.remove();
  const superuser = await server.rawAsSuperuser();
  await superuser.query('TRUNCATE amc.claims, amc.turns, amc.starts').finally(() => superuser.end());
});

async function start(store: Store, login: string): Promise<TeamDesktop> {
  const desktop = await startDesktop(server, store, bench.amazon.origin, { login });
  desktops.push(desktop);
  return desktop;
}

interface Draft {
  readonly batches: Batches;
  readonly batchId: string;
  /** The findings of the first row, without those about what no account here allows. */
  check(): Promise<readonly RowFinding[]>;
}

function draftOf({ db }: Store, emailAddress: string): Draft {
  const batches = createBatches({
    db,
    access: { refreshInvitations: () => Promise.resolve([]) },
    houseRules: () => defaultSettings,
    now: Date.now,
    changed: () => undefined,
  });
  const { batchId } = batches.create();
  batches.setRows(batchId, [{ ...row(1), account, accountText: 'Acme', emailAddress }], []);
  return {
    ...{ batches, batchId },
    check: async () => (await batches.check(batchId)).findings.flatMap(({ findings }) => findings),
  };
}

test('what one desktop invited warns where the other drafts, for others is silent, and keeps nobody from inviting', async () => {
  const mia = await start(bench.store, 'mia');
  mia.outbox.create({ account, invitees: people(1), notifyInvitedUsers: true });
  await mia.outbox.idle();
  expect(statuses(mia.operations())).toEqual(['p1 done']);
  const ben = await start(benStore, 'ben');
  await ben.link.beat();

  const draft = draftOf(benStore, 'P1@Example.com');
  const [found, ...others] = await draft.check();
  expect(found).toMatchObject({ code: 'INVITED_BY_COLLEAGUE', level: 'warning' });
  expect(found?.message).toMatch(/^mia invited P1@Example\.com to .* \(from the team\)/i);
  expect(others).toEqual([]);
  const dryRun = await draft.batches.dryRun(draft.batchId, {});
  expect(dryRun).toMatchObject({ invitations: 1, blockedRows: 0 });
  expect(createPeople(benStore.db).details({ emailAddress: 'p1@example.com' }).access).toMatchObject([
    { accountId: account.accountId, byColleagues: [{ isOwn: false }] },
  ]);

  expect(await draftOf(benStore, 'p2@example.com').check(), 'nobody invited them').toEqual([]);
  await mia.link.beat();
  expect(
    (await draftOf(bench.store, 'p1@example.com').check()).map(({ code }) => code),
    'who invited them knows it from the own lists',
  ).not.toContain('INVITED_BY_COLLEAGUE');
});

test('once the own list shows the invitation, it is said in the usual words', async () => {
  const mia = await start(bench.store, 'mia');
  mia.outbox.create({ account, invitees: people(1), notifyInvitedUsers: true });
  await mia.outbox.idle();
  const ben = await start(benStore, 'ben');
  await ben.link.beat();
  const draft = draftOf(benStore, 'p1@example.com');
  expect((await draft.check()).map(({ code }) => code)).toEqual(['INVITED_BY_COLLEAGUE']);
  await ben.access.refreshInvitations([account]);
  expect((await draft.check()).map(({ code }) => code)).toEqual(['ALREADY_PENDING']);
});
