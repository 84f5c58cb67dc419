import { escapeHtml } from '../../../shared/text/escapeHtml';
import type { Reply } from '../http';
import { htmlPage } from '../page';
import type { AccountRow } from '../state/accounts';
import type { InstanceRow } from '../state/instances';
import type { MemberRow } from '../state/members';

/** The path of the console, and of an account in it. */
export const consolePath = (accountId?: string): string =>
  accountId === undefined ? '/console' : `/console/${accountId}`;

/** What became of a form: an alert if it wasn't carried out. Plain text. */
export interface Notice {
  readonly status: number;
  readonly text: string;
}

/** An instance with the people an admin added to it. */
export interface ShownInstance extends InstanceRow {
  readonly memberIds: ReadonlySet<string>;
}

export interface ShownAccount {
  readonly account: AccountRow;
  readonly instances: readonly ShownInstance[];
  /** Everybody with access to the account. */
  readonly people: readonly MemberRow[];
  readonly formKey: string;
}

/** Lists the accounts, each with a link to its users and instances. */
export function accountsPage(accounts: readonly AccountRow[]): Reply {
  const items = accounts.map(
    ({ accountId, name }) =>
      `<li><a href="${consolePath(escapeHtml(accountId))}">${escapeHtml(name)}</a> <small>${escapeHtml(accountId)}</small></li>`,
  );
  return consolePageOf(
    200,
    `<p>Select an account to see who is in its instances.</p><ul>${items.join('\n')}</ul>`,
    ["'none'"],
  );
}

/** The users and instances of one account, with forms that add and remove people. */
export function accountPage(shown: ShownAccount, notice?: Notice): Reply {
  const { account, instances, people } = shown;
  const admins = people.filter(({ role }) => role === 'admin').map(({ name }) => escapeHtml(name));
  return consolePageOf(
    notice?.status ?? 200,
    `${notice === undefined ? '' : noticeOf(notice)}
      <p>Administration → Account access and settings → Users and Instances of <b>${escapeHtml(account.name)}</b>
        <small>${escapeHtml(account.accountId)}</small></p>
      <p>Admins are in every instance: ${admins.join(', ') || 'nobody'}.</p>
      ${instances.map((instance) => instanceSection(shown, instance)).join('\n')}
      <p><a href="${consolePath()}">All accounts</a></p>`,
    ["'self'"],
  );
}

/** A page without forms, for what can't be shown or done. */
export const consoleMessage = (notice: Notice): Reply =>
  consolePageOf(notice.status, `${noticeOf(notice)}<p><a href="${consolePath()}">All accounts</a></p>`, [
    "'none'",
  ]);

function instanceSection(
  { account, people, formKey }: ShownAccount,
  { instanceId, name, types, memberIds }: ShownInstance,
): string {
  const viewers = people.filter(({ role }) => role !== 'admin');
  const [inside, outside] = [
    viewers.filter(({ userId }) => memberIds.has(userId)),
    viewers.filter(({ userId }) => !memberIds.has(userId)),
  ];
  const form = (content: string): string =>
    `<form method="post" action="${consolePath(escapeHtml(account.accountId))}">
        <input type="hidden" name="form_key" value="${escapeHtml(formKey)}">
        <input type="hidden" name="instance" value="${escapeHtml(instanceId)}">
        ${content}
      </form>`;
  const members = inside.map((person) => `<li>${shownPerson(person)}${form(removal(person, name))}</li>`);
  const options = outside.map(
    (person) => `<option value="${escapeHtml(person.email)}">${escapeHtml(person.name)}</option>`,
  );
  return `<h2>${escapeHtml(name)}</h2>
      <p><small>${escapeHtml([instanceId, ...types].join(', '))}</small></p>
      ${form(`<p><label>Email of the person to add to ${escapeHtml(name)}
          <input type="email" name="email" required autocomplete="off" list="outside-${escapeHtml(instanceId)}"></label></p>
        <datalist id="outside-${escapeHtml(instanceId)}">${options.join('')}</datalist>
        <div class="buttons"><button name="decision" value="add" class="primary">Add to ${escapeHtml(name)}</button></div>`)}
      <p>Added to this instance:</p><ul>${members.join('\n') || '<li>nobody</li>'}</ul>`;
}

const shownPerson = ({ name, email }: MemberRow): string =>
  `${escapeHtml(name)} <small>${escapeHtml(email)}</small>`;

const removal = ({ name, email }: MemberRow, instanceName: string): string =>
  `<input type="hidden" name="email" value="${escapeHtml(email)}">
        <button name="decision" value="remove" aria-label="${escapeHtml(`Remove ${name} from ${instanceName}`)}">Remove</button>`;

const noticeOf = ({ status, text }: Notice): string =>
  `<p role="${status < 400 ? 'status' : 'alert'}">${escapeHtml(text)}</p>`;

const consolePageOf = (status: number, content: string, formAction: readonly string[]): Reply =>
  htmlPage({ status, title: 'Sandbox console', content, formAction });
