import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { decideOnConsole, type ConsoleDecision } from '../../support/amazon/sandboxConsole';
import { hiddenFields } from '../../support/amazon/signInOverHttp';
import { createAds } from './support/ads';
import { signIn } from './support/signIn';

const priyas = 'priya.raman@northwind-media.example';
const sams = 'sam.okafor@brightside-foods.example';
const danas = 'dana.whitfield@northwind-media.example';

let sandbox: RunningSandbox | undefined;
let origin: string;
let accountId: string;
let elsewhere: string;
beforeEach(async () => {
  await sandbox?.stop();
  sandbox = await startSandbox({ accounts: 3, invitations: 4, inheritedMembers: 2 });
  ({ origin } = sandbox);
  [accountId = '', , elsewhere = ''] = sandbox
    .query('SELECT account_id FROM accounts ORDER BY position')
    .map((row) => String(row['account_id']));
  await sandbox.setMember({ accountId, identity: 'sam', access: 'viewer' });
});
afterAll(() => sandbox?.stop());

/** The names of what a person's own sign-in lists in an account in the United States. */
async function reachedBy(identity: string, account = accountId): Promise<(string | undefined)[]> {
  const ads = createAds(origin, (await signIn(origin, identity)).accessToken);
  const { body } = await ads.instances(account, 'ATVPDKIKX0DER');
  return (body.instances ?? []).map(({ instanceName }) => instanceName);
}
const decide = (decision: Partial<ConsoleDecision>) =>
  decideOnConsole(origin, { accountId, instance: 'Sandbox', email: sams, decision: 'add', ...decision });
const rows = (): unknown[] | undefined => sandbox?.query('SELECT * FROM instance_members');
const accountUrl = (): string => `${origin}/console/${accountId}`;

describe('the console', () => {
  it('lists every account, and links to its users and instances', async () => {
    const response = await fetch(`${origin}/console`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<title>Sandbox console</title>');
    expect(html).toContain('No real Amazon account is involved');
    expect(html.match(/href="\/console\/ENTITY\w+"/g)).toHaveLength(3);
    expect(html).toContain(`<a href="/console/${accountId}">Brightside Foods</a>`);
  });

  it('shows the instances of an account, with those who were added and the admins', async () => {
    const html = await (await fetch(accountUrl())).text();
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, name]) => name)).toEqual(['Main', 'Sandbox']);
    expect(html).toContain('Admins are in every instance: Dana Whitfield, Leo Brandt.');
    const [, main = '', other = ''] = html.split('<h2>');
    expect(main).toContain('aria-label="Remove Priya Raman from Main"');
    expect(other).toContain('<li>nobody</li>');
  });

  it('runs no script, loads nothing, and sends its forms to itself only', async () => {
    for (const [url, formAction] of [
      [`${origin}/console`, "'none'"],
      [accountUrl(), "'self'"],
    ] as const) {
      const response = await fetch(url);
      expect(await response.text()).not.toMatch(/<script|<img|<link|https?:\/\//);
      expect(response.headers.get('content-security-policy')).toContain(`form-action ${formAction};`);
    }
  });

  it('adds a person to one instance, which that person’s sign-in then lists, and nobody else’s', async () => {
    expect(await reachedBy('sam')).toEqual([]);
    const { status, text } = await decide({});
    expect(status).toBe(200);
    expect(text).toContain('<p role="status">Sam Okafor was added to Sandbox.</p>');
    expect(await reachedBy('sam')).toEqual(['Sandbox']);
    expect(await reachedBy('priya')).toEqual(['Main']);
    await decide({ instance: 'Main' });
    expect(await reachedBy('sam')).toEqual(['Main', 'Sandbox']);
  });

  it('shows the wrong person under that person only', async () => {
    await decide({ email: priyas });
    expect(await reachedBy('priya')).toEqual(['Main', 'Sandbox']);
    expect(await reachedBy('sam')).toEqual([]);
  });

  it('adds to the instance of this account, not to one of the same name elsewhere', async () => {
    expect(await reachedBy('priya', elsewhere)).toEqual([]);
    await decide({ accountId: elsewhere, instance: 'Main', email: priyas });
    expect(await reachedBy('priya', elsewhere)).toEqual(['Main']);
    expect(await reachedBy('priya')).toEqual(['Main']);
    expect(await reachedBy('sam')).toEqual([]);
  });

  it('removes a person from an instance, who stays in the account and in the other one', async () => {
    await decide({ email: priyas });
    const { text } = await decide({ instance: 'Main', email: priyas, decision: 'remove' });
    expect(text).toContain('<p role="status">Priya Raman was removed from Main.</p>');
    expect(await reachedBy('priya')).toEqual(['Sandbox']);
  });

  it('adds in any case of the email, once, and also somebody with access through the manager account', async () => {
    await decide({ email: `  ${sams.toUpperCase()} ` });
    expect((await decide({})).text).toContain('Sam Okafor is in Sandbox already.');
    const inherited = sandbox?.query(
      'SELECT email, user_id FROM people JOIN manager_members USING (user_id)',
    )[0];
    expect((await decide({ email: String(inherited?.['email']) })).status).toBe(200);
    expect(
      sandbox?.query(
        `SELECT user_id FROM instance_members JOIN instances USING (instance_id)
         WHERE name = 'Sandbox' AND account_id = ? AND user_id = ?`,
        accountId,
        String(inherited?.['user_id']),
      ),
    ).toHaveLength(1);
  });
});

describe('the console changes nothing', () => {
  it.each([
    ['for an admin, who is in every instance', danas, 'Dana Whitfield is an admin, and in every instance.'],
    [
      'for somebody without access',
      'alex.moreau@post.example',
      'Nobody with this email has access to Brightside Foods.',
    ],
    ['for nobody', '', 'Nobody with this email has access to Brightside Foods.'],
  ])('%s', async (_, email, text) => {
    const before = rows();
    const page = await decide({ email });
    expect(page.status).toBe(400);
    expect(page.text).toContain(`<p role="alert">${text}</p>`);
    expect(rows()).toEqual(before);
  });

  it('for a form that isn’t from its own page', async () => {
    const before = rows();
    const read = async (url: string): Promise<Record<string, string>> =>
      Object.fromEntries(hiddenFields(await (await fetch(url)).text()));
    const [here, there] = [await read(accountUrl()), await read(`${origin}/console/${elsewhere}`)];
    const post = async (fields: Record<string, string>): Promise<number> =>
      (await fetch(accountUrl(), { method: 'POST', body: new URLSearchParams(fields) })).status;
    const form = { ...here, email: sams, decision: 'add' };

    expect(await post({ ...form, form_key: '' })).toBe(400);
    expect(await post({ ...form, form_key: there['form_key'] ?? '' })).toBe(400);
    expect(await post({ ...form, instance: there['instance'] ?? '' })).toBe(400);
    expect(await post({ ...form, decision: 'other' })).toBe(400);
    expect(rows()).toEqual(before);
    expect(await post(form)).toBe(200);
    expect(rows()).toHaveLength((before?.length ?? 0) + 1);
  });

  it('for another method, address or account', async () => {
    const statusOf = async (path: string, method = 'GET'): Promise<number> =>
      (await fetch(`${origin}/${path}`, { method })).status;
    expect(await statusOf('console', 'POST')).toBe(405);
    expect(await statusOf(`console/${accountId}`, 'DELETE')).toBe(405);
    expect(await statusOf('console/ENTITYNOSUCHACCOUNT')).toBe(404);
    expect(await statusOf('consoles')).toBe(404);
  });
});
