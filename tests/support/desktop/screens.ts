import { expect, type Locator, type Page } from '@playwright/test';
import type { Role } from '../../../shared/domain/invitation/role';
import type { Endpoints } from '../../../shared/domain/connection/region';
import { signInOverHttp, type SignInAnswers } from '../amazon/signInOverHttp';

export interface PersonToInvite {
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: Role;
}

export interface ConnectionForm {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly returnPort?: number;
  readonly endpoints?: Endpoints;
}

/**
 * Text only for screen readers: Cloudscape's announcers beside the page, which repeat and outlast what they announce, and ours.
 */
const notSeen = ['body > [aria-live]', '.visually-hidden', '.visually-hidden *'];

/** Text that a person sees: the only way for tests to find text anywhere on the screen. */
export const textOn = (page: Page, text: string | RegExp, options?: { readonly exact?: boolean }): Locator =>
  page.getByText(text, options).and(page.locator(`:not(${notSeen.join(', ')})`));

/** What a person sees and does, by the text on the screen. Every function waits until the step has visibly succeeded. */
export const screensOf = (page: Page) => ({
  text: (text: string | RegExp, options?: { readonly exact?: boolean }): Locator =>
    textOn(page, text, options),
  /** What the grid announces to screen readers. */
  announced: (text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text }),
  heading: (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name }),
  dialog: (name: string | RegExp): Locator => page.getByRole('dialog', { name }),
  notices: (): Locator => page.getByRole('region', { name: 'Notices' }),

  /** Doesn't wait for a large run to start, on the run's own page. */
  async sendNow(run: RegExp): Promise<void> {
    await page.getByRole('heading', { level: 1, name: run }).waitFor();
    // The screen before offered the same in a notice, which fades.
    const sendNow = page.getByRole('button', { name: /^Send now/ });
    await expect(sendNow).toHaveCount(1);
    await sendNow.click();
  },

  async exploreSandbox(): Promise<void> {
    await page.getByRole('button', { name: 'Explore the sandbox' }).click();
  },

  /** Fills in "Connect Amazon Ads" and presses Connect. */
  async connect({ name, clientId, clientSecret, returnPort, endpoints }: ConnectionForm): Promise<void> {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Region' }).click();
    await page.getByRole('option', { name: 'Europe' }).click();
    await page.getByLabel('Client ID', { exact: true }).fill(clientId);
    if (clientSecret !== undefined && clientSecret !== '')
      await page.getByLabel('Client secret').fill(clientSecret);
    if (returnPort !== undefined || endpoints !== undefined) {
      await page.getByRole('button', { name: 'Advanced' }).click();
    }
    if (returnPort !== undefined) await page.getByLabel('Return port').fill(String(returnPort));
    if (endpoints !== undefined) await fillEndpoints(page, endpoints);
    await page.getByRole('button', { name: 'Connect and sign in' }).click();
  },

  /** A fresh link for the browser, as copied by "Copy link". */
  async signInLink(): Promise<string> {
    const waiting = this.dialog('Waiting for your browser');
    await waiting.getByRole('button', { name: 'Copy link' }).click();
    await expect(waiting.getByText(/^Link copied|^Couldn’t copy/)).toBeVisible();
    return waiting.getByRole('textbox', { name: 'Sign-in link' }).inputValue();
  },

  /** Does what the app is waiting for in the browser. */
  async signInInBrowser(answers: SignInAnswers): Promise<void> {
    await signInOverHttp(await this.signInLink(), answers);
  },

  /** The same for a connection that nobody has signed in to before, and confirms "that's me". */
  async firstSignIn(answers: SignInAnswers): Promise<void> {
    await this.signInInBrowser(answers);
    const question = this.dialog('Is this you?');
    await question.getByRole('button', { name: 'Yes, that’s me' }).click();
    await expect(question).toHaveCount(0);
  },

  /** From "Welcome" to the accounts of a newly signed-in connection. */
  async connectAndSignIn(form: ConnectionForm, answers: SignInAnswers): Promise<void> {
    await page.getByRole('button', { name: 'Connect Amazon Ads' }).click();
    await this.connect(form);
    await this.firstSignIn(answers);
    await this.heading('Accounts').waitFor();
    await this.rows('Accounts').first().waitFor();
  },

  async goTo(
    screen:
      | 'Home'
      | 'Accounts'
      | 'Invitations'
      | 'Redeem'
      | 'Activity'
      | 'Operations'
      | 'Settings'
      | 'To add to instances',
  ): Promise<void> {
    await page.getByRole('navigation').getByRole('link', { name: screen }).click();
    await this.heading(screen).waitFor();
  },

  /** The rows of a table by its name, without the header, and without the one that says that there is nothing, or nothing yet. */
  rows: (table: string): Locator =>
    page.getByRole('table', { name: table }).locator('tbody tr:not(:has(> td[colspan]))'),
  row: (table: string, text: string | RegExp): Locator =>
    page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text }),

  async openAccount(name: string): Promise<void> {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('table', { name: 'Invitations' }).waitFor();
  },

  /** On the invite screen: fills in one row per person. */
  async fillPeople(people: readonly PersonToInvite[]): Promise<void> {
    for (const [index, person] of people.entries()) {
      const row = `person ${String(index + 1)}`;
      if (index > 0) await page.getByRole('button', { name: 'Add a person' }).click();
      await page.getByLabel(`Email of ${row}`, { exact: true }).fill(person.emailAddress);
      await page.getByLabel(`Name of ${row}`, { exact: true }).fill(person.userName);
      await this.chooseRole(index + 1, person.role);
    }
  },

  async chooseRole(personNumber: number, role: Role): Promise<void> {
    const group = page.getByRole('group', { name: `Person ${String(personNumber)}`, exact: true });
    await group.getByRole('button', { name: /^Role of/ }).click();
    // The one that is selected already has more in its name.
    await page
      .getByRole('option')
      .filter({ hasText: role === 'admin' ? 'Admin' : 'Viewer' })
      .click();
  },

  async chooseMail(sendMail: boolean): Promise<void> {
    const name = sendMail ? 'Amazon sends the email' : 'No email: I’ll share links';
    await page.getByRole('radio', { name }).check();
  },

  /** Waits until every change in the results is settled, then returns the summary line. */
  async results(): Promise<string> {
    const results = this.dialog('Results');
    await results.waitFor();
    const summary = results.getByRole('heading', { name: /^\d/ });
    await expect(summary).toHaveText(/^(?!.*\d (queued|sending))/);
    return (await summary.textContent()) ?? '';
  },

  async closeResults(): Promise<void> {
    await this.dialog('Results').getByRole('button', { name: 'Close', exact: true }).click();
    await expect(this.dialog('Results')).toHaveCount(0);
  },

  async select(person: string): Promise<void> {
    await this.row('Invitations', person).getByRole('checkbox').check();
  },

  /** With the keyboard: the sticky header may cover the table's own, which is the one with a name. */
  async selectAllOnPage(): Promise<void> {
    const all = page.getByRole('checkbox', { name: 'Select all on this page' });
    await all.press('Space');
    await expect(all).toBeChecked();
  },
});

export type Screens = ReturnType<typeof screensOf>;

async function fillEndpoints(page: Page, endpoints: Endpoints): Promise<void> {
  await page.getByLabel('Sign-in page').fill(endpoints.authorizeUrl);
  await page.getByLabel('Token address').fill(endpoints.tokenUrl);
  await page.getByLabel('Profile address').fill(endpoints.profileUrl);
  await page.getByLabel('Amazon Ads API address').fill(endpoints.apiUrl);
}
