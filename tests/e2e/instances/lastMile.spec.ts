import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideOnConsole } from '../../support/amazon/sandboxConsole';
import { decideTerms } from '../../support/amazon/decideTerms';
import type { TestAmazon } from '../../support/desktop/amazon';
import { startApp, type RunningApp } from '../../support/desktop/app';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { screensOf } from '../../support/desktop/screens';
import { removeFolders } from '../../support/desktop/sharedApps';
import { writeSignedInProfile } from '../../support/desktop/signedInProfile';

const list = 'To add to instances';
const sam = { emailAddress: 'sam.okafor@brightside-foods.example', userName: 'Sam Okafor' };
const priya = 'priya.raman@northwind-media.example';

interface Place {
  readonly accountId: string;
  readonly name: string;
  /** The names of its two instances, the first one `Main`. */
  readonly instances: readonly string[];
}

/** An account whose admin is Dana, with exactly two instances, in which Priya is a member and Sam is not. */
function placeIn({ sandbox }: TestAmazon): Place {
  const [found] = sandbox.query(
    `SELECT accounts.account_id AS accountId, accounts.name, json_group_array(instances.name) AS instances
     FROM accounts JOIN instances USING (account_id)
     WHERE instances.types NOT LIKE '%SPONSORED%'
       AND EXISTS (SELECT 1 FROM members JOIN people USING (user_id) WHERE members.account_id = accounts.account_id
         AND identity = 'dana' AND role = 'admin')
       AND EXISTS (SELECT 1 FROM members JOIN people USING (user_id) WHERE members.account_id = accounts.account_id
         AND identity = 'priya')
       AND NOT EXISTS (SELECT 1 FROM invitations WHERE invitations.account_id = accounts.account_id AND email LIKE 'sam.%')
     GROUP BY accounts.account_id HAVING count(*) = 2 ORDER BY accounts.name LIMIT 1`,
  );
  if (found === undefined) throw new Error('The sandbox has no such account.');
  return {
    ...{ accountId: String(found['accountId']), name: String(found['name']) },
    instances: JSON.parse(String(found['instances'])) as string[],
  };
}

/** Sam's own desktop on the same computer. */
let samsDesktop: { readonly app: RunningApp; readonly folder: string } | undefined;
test.afterEach(async () => {
  await samsDesktop?.app.kill();
  if (samsDesktop !== undefined) await removeFolders(samsDesktop.folder);
  samsDesktop = undefined;
});

async function startAsSam(amazon: TestAmazon): Promise<StartedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'amc-sam-'));
  const userData = join(folder, 'profile');
  mkdirSync(userData);
  // Amazon's terms page is the sandbox's own, so his desktop bypasses the recording proxy.
  const form = { ...amazon.form, endpoints: amazon.sandbox.endpoints };
  await writeSignedInProfile(userData, { ...amazon, form }, { identity: 'sam' });
  const app = await startApp({ userData, logFile: join(folder, 'app.log') });
  samsDesktop = { app, folder };
  return { ...app, screens: screensOf(app.page) };
}

/** Sam pastes the link, accepts the terms in the browser, which can't open here, and redeems. */
async function redeem({ page, screens }: StartedApp, invitationId: string): Promise<void> {
  await screens.goTo('Redeem');
  await page.getByRole('textbox', { name: /^Paste a link/ }).fill(invitationId);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: /^Read and accept on Amazon/ }).click();
  await expect(screens.text(/Waiting for you to accept/)).toBeVisible();
  const url = await page.evaluate(async () => {
    const answer = await window.amc.redeem.inbox();
    return 'ok' in answer ? (answer.ok.terms[0]?.url ?? '') : '';
  });
  await decideTerms(url, 'accept');
  await page.getByRole('button', { name: 'Redeem 1 invitation' }).click();
  await expect(screens.text(/^You joined/).first()).toBeVisible();
}

test('from an invitation with planned instances to each instance, on two desktops, never claimed before it is known', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const place = placeIn(northwind);
  const [main = '', other = ''] = place.instances;
  const decide = async (email: string, instance: string): Promise<void> => {
    const { accountId } = place;
    const { status } = await decideOnConsole(northwind.sandbox.origin, {
      ...{ accountId, instance, email, decision: 'add' },
    });
    expect(status).toBe(200);
  };

  const dana = await startSignedIn(northwind);
  await dana.screens.openAccount(place.name);
  await dana.page.getByRole('button', { name: 'Invite people' }).click();
  await dana.screens.fillPeople([{ ...sam, role: 'viewer' }]);
  await dana.page.getByRole('button', { name: /^Instances/ }).click();
  await dana.page.getByRole('option', { name: main }).click();
  await dana.page.getByRole('option', { name: other }).click();
  await dana.page.keyboard.press('Escape');
  await dana.screens.chooseMail(true);
  await dana.page.getByRole('button', { name: /^Invite 1 person/ }).click();
  expect(await dana.screens.results()).toBe('1 invited');
  const id = (await dana.screens.dialog('Results').getByText(/^inv-/).first().textContent()) ?? '';
  await dana.screens.closeResults();
  // What was planned stays here.
  const creates = northwind.proxy.calls.filter(({ body }) => body.includes(sam.emailAddress));
  expect(creates).toHaveLength(1);
  expect(creates[0]?.body).not.toContain(other);

  const invited = await startAsSam(northwind);
  await redeem(invited, id);
  const noInstance = invited.screens.text(/^No instance yet\. An administrator still adds you/);
  await expect(noInstance).toBeVisible();
  await expect(invited.screens.text(/You can open/)).toHaveCount(0);

  const row = dana.screens.row(list, sam.userName);
  await test.step('the admin sees who waits, and for what', async () => {
    await dana.page.getByRole('button', { name: 'Refresh' }).first().click();
    await dana.page.getByRole('navigation').getByRole('link', { name: list }).click();
    await expect(row).toContainText(sam.emailAddress);
    await expect(row).toContainText('Waiting for instances');
    await expect(row).toContainText(main);
    await expect(row).toContainText(other);
  });

  const checkAgain = (): Promise<void> => invited.page.getByRole('button', { name: 'Check again' }).click();
  await test.step('somebody else was added: nothing changes for the one who waits', async () => {
    await decide(priya, other);
    await checkAgain();
    await expect(noInstance).toBeVisible();
    await expect(row).toContainText('Waiting for instances');
  });

  await test.step('one of two instances', async () => {
    await decide(sam.emailAddress, main);
    await dana.page.getByRole('button', { name: `Tick off ${main} for ${sam.userName}` }).click();
    await expect(row).toContainText('Waiting for instances');
    await checkAgain();
    await expect(invited.screens.text(`You can open ${main}.`)).toBeVisible();
  });

  await test.step('what can’t be read again stays as it was, with the reason', async () => {
    await northwind.sandbox.misbehave({
      ...{ operation: 'listInstances', random: { rate: 1, seed: 1 } },
      faults: [{ kind: 'status', status: 403, when: 'before' }],
    });
    await checkAgain();
    await expect(
      invited.screens.text(/Amazon refused|isn’t allowed|doesn’t allow|permission/).first(),
    ).toBeVisible();
    await expect(invited.screens.text(`You can open ${main}.`)).toBeVisible();
  });

  await test.step('offline: ticking off needs no network, and asking says that Amazon can’t be reached', async () => {
    northwind.proxy.fate = () => 'dropBefore';
    await northwind.sandbox.behave();
    await northwind.sandbox.misbehave({
      ...{ operation: 'listInstances', random: { rate: 1, seed: 1 } },
      faults: [{ kind: 'reset', when: 'before' }],
    });
    await dana.page.getByRole('button', { name: `Tick off everything for ${sam.userName}` }).click();
    await expect(dana.screens.text('Nobody is waiting')).toBeVisible();
    await checkAgain();
    await expect(invited.screens.text(/reach Amazon|connection to Amazon/).first()).toBeVisible();
    await expect(invited.screens.text(`You can open ${main}.`)).toBeVisible();
  });

  await test.step('back online, the invited person sees both', async () => {
    northwind.proxy.fate = () => 'pass';
    await northwind.sandbox.behave();
    await decide(sam.emailAddress, other);
    await checkAgain();
    await expect(invited.screens.text(`You can open ${main} and ${other}.`)).toBeVisible();
  });
});
