import type { Locator, Page } from '@playwright/test';
import { decideOnConsole } from '../../support/amazon/sandboxConsole';
import { decideTerms } from '../../support/amazon/decideTerms';
import type { TestAmazon } from '../../support/desktop/amazon';
import { expect, type StartedApp } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';
import { test } from '../../support/desktop/livelyDesktop';
import type { ConnectionForm } from '../../support/desktop/screens';
import { writeSignedInProfile } from '../../support/desktop/signedInProfile';
import { freePort } from '../../support/network/freePort';

const sam = 'sam.okafor@brightside-foods.example';

/** Amazon's terms page is the sandbox's own, so it bypasses the recording proxy. */
const directly = ({ form, sandbox }: TestAmazon): Required<ConnectionForm> => ({
  ...form,
  endpoints: sandbox.endpoints,
});

/** The ids of somebody's invitations in this state, the newest first. */
const invitationsOf = ({ sandbox }: TestAmazon, email: string, state: string): string[] =>
  sandbox
    .query(
      'SELECT invitation_id AS id FROM invitations WHERE email = ? AND state = ? ORDER BY position DESC',
      email,
      state,
    )
    .map(({ id }) => String(id));

const linkTo = (invitationId: string): string => `amc-access://redeem/${invitationId}?region=eu`;

/** The invitations listed on Redeem, without the header. */
const rowsOf = (page: Page): Locator =>
  page.getByRole('table', { name: 'Invitations to redeem' }).locator('tbody').getByRole('row');

/** The row of one invitation. */
const rowOf = (page: Page, invitationId: string): Locator => rowsOf(page).filter({ hasText: invitationId });

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Paste a link/ }).fill(text);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

/** Does what a person does in the browser, which can't open here. */
async function acceptTerms({ page, screens }: Pick<StartedApp, 'page' | 'screens'>): Promise<void> {
  await page.getByRole('button', { name: /^Read and accept on Amazon/ }).click();
  await expect(screens.text(/Waiting for you to accept/)).toBeVisible();
  const url = await page.evaluate(async () => {
    const answer = await window.amc.redeem.inbox();
    return 'ok' in answer ? (answer.ok.terms[0]?.url ?? '') : '';
  });
  await decideTerms(url, 'accept');
  await expect(screens.text('Terms of Amazon Marketing Cloud accepted')).toBeVisible();
}

// The longest first: they end a run, and two short ones are done meanwhile.
test('ten links: eight are redeemed with one click, one has expired, one is for somebody else', async ({
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const form = directly(northwind);
  // What was there expires; what Dana sends now doesn't.
  await northwind.sandbox.moveClock(15 * 86_400_000);
  const [expired = ''] = invitationsOf(northwind, sam, 'PENDING');
  const { page, screens } = await start();
  await screens.connectAndSignIn(form, { identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await inviteTo(page, 8, { emailAddress: sam, userName: 'Sam Okafor' });
  await expect.poll(() => invitationsOf(northwind, sam, 'PENDING').length).toBe(10);
  const valid = invitationsOf(northwind, sam, 'PENDING').slice(0, 8);
  const rosa = 'rosa.lind@northwind-media.example';
  await inviteTo(page, 1, { emailAddress: rosa, userName: 'Rosa Lind' });
  await expect.poll(() => invitationsOf(northwind, rosa, 'PENDING').length).toBe(1);
  const [other = ''] = invitationsOf(northwind, rosa, 'PENDING');

  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Sign out of Northwind' }).click();
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
  await screens.connect({ ...form, name: 'Sam at Northwind', returnPort: await freePort() });
  await screens.firstSignIn({ identity: 'sam', decision: 'allow' });
  await expect(screens.heading('Accounts')).toBeVisible();

  await screens.goTo('Redeem');
  await paste(page, [...valid, expired, other].map(linkTo).join('\n'));
  await expect(screens.text('10 invitations added.')).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(10);
  await expect(screens.text('(10 waiting)')).toBeVisible();
  await expect(page.getByRole('navigation')).toContainText('10 invitations are waiting for you');
  await expect(rowOf(page, expired)).toContainText('EXPIRED');
  await expect(rowOf(page, other)).toContainText('Amazon doesn’t show this invitation');
  await acceptTerms({ page, screens });
  const all = page.getByRole('button', { name: 'Redeem all 8' });
  await all.click();
  await expect(screens.dialog('Redeem 8 invitations?')).toContainText(`8 as Sam Okafor (${sam})`);
  expect(invitationsOf(northwind, sam, 'REDEEMED')).toEqual([]);
  // Redeem itself announces new accounts; slowly, or all would be announced there before this person is elsewhere.
  const slowly = { kind: 'delay', ms: 800, when: 'before' } as const;
  await northwind.sandbox.misbehave({
    operation: 'RedeemUserInvitation',
    faults: [slowly, ...valid.slice(1).map(() => slowly)],
  });
  await page.getByRole('button', { name: 'Redeem 8 invitations' }).click();
  await screens.goTo('Activity');
  const news = screens.notices().getByText(/^You joined .+\.$/);
  await expect(news).toBeVisible();
  await screens.goTo('Redeem');
  await expect(news).toHaveCount(0);
  for (const id of valid) await expect(rowOf(page, id)).toContainText('You joined ');
  await expect(rowsOf(page)).toHaveCount(10);
  await expect(screens.text('(2 waiting, 8 redeemed)')).toBeVisible();
  await expect(page.getByRole('navigation')).toContainText('2 invitations are waiting for you');
  await screens.goTo('Home');
  await expect(page.getByRole('link', { name: '2 invitations to redeem' })).toBeVisible();
  await screens.goTo('Redeem');
  expect(invitationsOf(northwind, sam, 'REDEEMED').sort()).toEqual([...valid].sort());

  await rowOf(page, expired)
    .getByRole('button', { name: /^Redeem anyway/ })
    .click();
  await expect(rowOf(page, expired)).toContainText('Not redeemed');
  await rowOf(page, other)
    .getByRole('button', { name: /^Redeem anyway/ })
    .click();
  await expect(rowOf(page, other)).toContainText('Not redeemed');
  expect(invitationsOf(northwind, rosa, 'REDEEMED')).toEqual([]);
  await page.getByRole('button', { name: 'Clear redeemed' }).click();
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(screens.text('(2 waiting)')).toBeVisible();
});

test('the wrong identity causes a warning and can be changed; a removed link can be restored', async ({
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const form = directly(northwind);
  const [id = '', later = ''] = invitationsOf(northwind, sam, 'PENDING');
  const { page, screens } = await start();
  await screens.connectAndSignIn(form, { identity: 'dana', decision: 'allow' });
  await screens.goTo('Redeem');
  await paste(page, id);
  const row = rowOf(page, id);
  const warning = screens.text('This invitation is for someone else');
  await expect(warning).toBeVisible();
  await expect(
    screens.text(/signed in as Dana Whitfield \(dana\.whitfield@northwind-media\.example\)/),
  ).toBeVisible();
  await expect(row).toContainText('For someone else');
  await expect(row.getByRole('button', { name: /^Redeem anyway/ })).toBeEnabled();

  await row.getByRole('button', { name: /^Remove .* from the list$/ }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(warning).toBeVisible();

  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
  await screens.connect({ ...form, name: 'Sam at Northwind', returnPort: await freePort() });
  await screens.firstSignIn({ identity: 'sam', decision: 'allow' });
  await expect(screens.heading('Redeem')).toBeVisible();
  await page.getByRole('button', { name: /^Will be redeemed by/ }).click();
  await page.getByRole('option', { name: /Sam Okafor/ }).click();
  await expect(page.getByRole('button', { name: /^Read and accept on Amazon/ })).toBeVisible();
  await expect(warning).toHaveCount(0);
  await expect(row).toContainText('Terms not accepted yet');

  // A list that is open while Amazon is asked stays open when the answer comes.
  await row.getByRole('button', { name: /^Remove .* from the list$/ }).click();
  await expect(row).toHaveCount(0);
  await northwind.sandbox.misbehave({
    operation: 'GetUserInvitation',
    faults: [{ kind: 'delay', ms: 4_000, when: 'before' }],
  });
  await paste(page, later);
  const asking = rowOf(page, later).getByText('Checking with Amazon');
  await expect(asking).toBeVisible();
  await page.getByRole('button', { name: /^Will be redeemed by/ }).click();
  await expect(asking).toBeHidden();
  await page.getByRole('option', { name: /Sam Okafor/ }).click();
  await expect(rowOf(page, later)).toContainText('Terms not accepted yet');
  await expect(warning).toHaveCount(0);
  expect(invitationsOf(northwind, sam, 'REDEEMED')).toEqual([]);
});

test('without a connection the link waits, terms are accepted, one click redeems, and the new account is offered', async ({
  notifications,
  windows,
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const [id = ''] = invitationsOf(northwind, sam, 'PENDING');
  const { electron, page, screens } = await start();
  await page.keyboard.press('Control+6');
  await expect(screens.text('No invitations waiting')).toBeVisible();
  await paste(page, `Hi Sam, here it is: ${linkTo(id)} – see you!`);
  await expect(screens.text('1 invitation added.')).toBeVisible();
  const row = rowOf(page, id);
  await expect(page.getByRole('heading', { name: 'You have no connection in Europe' })).toBeVisible();
  await expect(row).toContainText('stays here until');

  await page.getByRole('link', { name: 'Set up a connection first' }).click();
  await screens.connect(directly(northwind));
  await screens.firstSignIn({ identity: 'sam', decision: 'allow' });
  await expect(screens.heading('Redeem')).toBeVisible();
  await expect(screens.text(`Amazon invited Sam Okafor (${sam}).`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Redeem', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await acceptTerms({ page, screens });
  expect(invitationsOf(northwind, sam, 'REDEEMED')).toEqual([]);
  await northwind.sandbox.misbehave({
    operation: 'RedeemUserInvitation',
    faults: [{ kind: 'delay', ms: 2000, when: 'before' }],
  });
  await page.getByRole('button', { name: 'Redeem 1 invitation' }).click();
  await windows.minimise('AMC Access Manager');
  await expect(row).toContainText('You joined ');
  expect(invitationsOf(northwind, sam, 'REDEEMED')).toEqual([id]);
  const name = (await row.getByRole('link').textContent()) ?? '';
  await expect
    .poll(notifications.shown)
    .toEqual([{ title: 'Invitation redeemed', text: `You joined ${name}. Click to open it.` }]);
  await notifications.click();
  await expect.poll(windows.inFront).toMatch(/^Invitations/);
  await expect(screens.heading('Invitations')).toBeVisible();
  await expect(page.locator('strong').filter({ hasText: name })).toBeVisible();

  // Joining isn't access yet: an administrator adds Sam to an instance on Amazon's console.
  await screens.goTo('Redeem');
  await expect(row).toContainText('No instance yet. An administrator still adds you to them');
  await expect(row.getByRole('button', { name: 'Copy a message to ask' })).toBeVisible();
  await checkLayout({ electron, page }, 'Redeemed, without an instance');
  await screens.goTo('Home');
  await expect(
    page.getByRole('link', { name: `You joined ${name}, and can’t open an instance yet` }),
  ).toBeVisible();
  const [joined] = northwind.sandbox.query(
    'SELECT account_id AS id FROM invitations WHERE invitation_id = ?',
    id,
  );
  const { status } = await decideOnConsole(northwind.sandbox.origin, {
    ...{ accountId: String(joined?.['id']), instance: 'Main', email: sam, decision: 'add' },
  });
  expect(status).toBe(200);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('link', { name: /can’t open an instance yet/ })).toHaveCount(0);
  await screens.goTo('Redeem');
  await expect(row).toContainText('You can open Main.');
});

test('a link opened outside the app requests nothing from Amazon until a person wants to know', async ({
  start,
  userData,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const [opened = '', pasted = ''] = invitationsOf(northwind, sam, 'PENDING');
  await writeSignedInProfile(userData, northwind);
  const { page, screens } = await start({ link: linkTo(opened) });
  const asksAbout = (invitationId: string): number =>
    northwind.proxy.calls.filter(({ path }) => path.includes(invitationId)).length;

  await expect(rowOf(page, opened)).toContainText('Amazon hasn’t been asked about it yet');
  // Leaving the screen and returning isn't asking either.
  await screens.goTo('Settings');
  await screens.goTo('Redeem');
  await paste(page, linkTo(pasted));
  await expect.poll(() => asksAbout(pasted)).toBeGreaterThan(0);
  // Its row grows with the answer and moves the other one, which only then stays where it is clicked.
  await expect(rowOf(page, pasted).getByRole('button', { name: /^Redeem/ })).toBeVisible();
  expect(asksAbout(opened)).toBe(0);

  await rowOf(page, opened)
    .getByRole('button', { name: /^Show details/ })
    .click();
  await expect.poll(() => asksAbout(opened)).toBeGreaterThan(0);
  await expect(rowOf(page, opened).getByRole('button', { name: /^Redeem/ })).toBeVisible();
});

/** As the signed-in person, over the bridge: the screens for it have their own tests. */
async function inviteTo(
  page: Page,
  accounts: number,
  person: { readonly emailAddress: string; readonly userName: string },
): Promise<void> {
  await page.evaluate(
    async ({ count, invitee }) => {
      const listed = await window.amc.accounts.list({});
      if ('error' in listed) throw new Error(listed.error.message);
      const mine = listed.ok.accounts.filter(({ canInvite }) => canInvite === true).slice(-count);
      for (const { connectionId, accountId } of mine) {
        const answer = await window.amc.invitations.create({
          account: { connectionId, accountId },
          invitees: [{ ...invitee, role: 'viewer' }],
          notifyInvitedUsers: false,
        });
        if ('error' in answer) throw new Error(answer.error.message);
      }
    },
    { count: accounts, invitee: person },
  );
}
