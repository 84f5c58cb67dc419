import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import { expect, test } from '../../support/desktop/fixture';
import { keepEvidence } from '../../support/desktop/sharedApps';
import { startOffice, type OfficeDesktop } from '../../support/desktop/offices';
import { storeText } from '../../support/team/storeText';
import { passwordOf, startTeamServer, type TeamServer } from '../../support/team/teamServer';

let server: TeamServer;
const offices: OfficeDesktop[] = [];
test.beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('mia');
  await server.addMember('ben');
});
test.afterEach(async ({}, testInfo) => {
  for (const office of offices.splice(0)) {
    await keepEvidence(office.page, office.logFile, testInfo);
    await office.end();
  }
});
test.afterAll(() => server.remove());

/** Joins the team and shares the first account that Dana can invite to, as everybody here does. */
async function share({ page }: OfficeDesktop, login: string): Promise<void> {
  const address: StoreAddress = { ...server.admin, login };
  await page.evaluate((input) => window.amc.team.join(input), { address, password: passwordOf(login) });
  await page.evaluate(async () => {
    const listed = await window.amc.accounts.list({});
    const account =
      'ok' in listed ? listed.ok.accounts.find(({ canInvite }) => canInvite === true) : undefined;
    if (account === undefined) throw new Error('There is no account to invite to.');
    const { realm, accountId } = account;
    await window.amc.team.share({ accounts: [{ realm, accountId }] });
  });
  await expect
    .poll(async () => (await page.evaluate(() => window.amc.team.status())) as unknown)
    .toMatchObject({ ok: { team: { state: 'connected', sharedAccounts: 1 } } });
}

/** Sends all of a batch. */
async function send({ page, screens }: OfficeDesktop, batchId: string, count: number): Promise<void> {
  await page.evaluate((id) => {
    window.location.hash = `#/batches/${id}`;
  }, batchId);
  await expect(screens.heading('June')).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await screens
    .dialog(/^Send/)
    .getByRole('button', { name: `Send ${String(count)} invitations` })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Invite/ })).toBeVisible();
}

const addresses = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `person${String(index + 1)}@new-agency.example`);

// docs/sending.md: S29, S30
test('two colleagues send to one account, one is killed in the middle: everybody is invited once', async ({
  amazon,
}) => {
  const agency = await amazon('Agency');
  const made = (): unknown =>
    agency.sandbox.query(
      `SELECT count(*) AS made, count(DISTINCT email) AS people FROM invitations WHERE email LIKE 'person%'`,
    )[0];
  const [mia, ben] = [await startOffice(agency, 'Mia'), await startOffice(agency, 'Ben')];
  offices.push(mia, ben);
  await share(mia, 'mia');
  await share(ben, 'ben');
  await send(ben, await ben.draft(['early1@new-agency.example', 'early2@new-agency.example']), 2);
  await mia.page.evaluate(() => {
    window.location.hash = '#/activity';
  });
  // Her app asks the team every 15 s.
  const early = mia.page.getByRole('row', { name: /early1@new-agency\.example/ });
  await expect(early.getByText('From the team: Ben')).toBeVisible();
  const [hers, his] = [await mia.draft(addresses(30)), await ben.draft(addresses(32))];

  let held = 0;
  agency.proxy.fate = ({ method, path }) => {
    if (method !== 'POST' || path !== '/user-invitations') return 'pass';
    held += 1;
    return 'hold';
  };
  await send(mia, hers, 30);
  await expect.poll(() => held).toBe(1);

  await send(ben, his, 32);
  await expect(ben.screens.text(/^Mia is sending in this account, 0 of 30 changes/)).toBeVisible();
  expect(made()).toEqual({ made: 0, people: 0 });

  await mia.kill();
  agency.proxy.fate = () => 'pass';
  agency.proxy.release();
  await expect.poll(made).toEqual({ made: 30, people: 30 });
  // The turn of a desktop that is gone ends two minutes after its last step.
  const raw = await server.rawAsSuperuser();
  await raw.query('UPDATE amc.turns SET until = now()').finally(() => raw.end());

  await expect(ben.screens.text('2 invited, 30 skipped.')).toBeVisible();
  expect(held).toBe(1);
  expect(made()).toEqual({ made: 32, people: 32 });

  const stored = await storeText(server);
  expect(stored).toContain('early1@new-agency.example');
  expect(agency.secrets().length).toBeGreaterThan(1);
  for (const secret of [...agency.secrets(), passwordOf('mia'), passwordOf('ben')]) {
    expect(stored).not.toContain(secret);
  }
});
