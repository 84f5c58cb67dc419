import type { Database } from '../../storage/database';
import type { FormKeys } from '../formKeys';
import type { Incoming, Reply } from '../http';
import { allAccounts, findAccount, type AccountRow } from '../state/accounts';
import { addToInstance, instancesOf, membersOfInstance, removeFromInstance } from '../state/instances';
import { allMembersOf } from '../state/members';
import { accountPage, accountsPage, consoleMessage, consolePath, type Notice } from './consolePage';

/** Whether a request is for the console. */
export const isForConsole = ({ url: { pathname } }: Incoming): boolean =>
  pathname === consolePath() || pathname.startsWith(`${consolePath()}/`);

/**
 * The page that stands for Amazon's console, where an admin adds people to instances by hand, since no API does (amazon-api §9).
 * `GET /console` lists the accounts, `GET /console/<account ID>` shows one, and `POST` is that page's form. It has no sign-in:
 * anyone who opens it acts as an admin of every account.
 */
export function answerConsole(db: Database, request: Incoming, formKeys: FormKeys): Reply {
  const { method } = request;
  const accountId = request.url.pathname.slice(consolePath().length + 1);
  if (method === 'GET' && accountId === '') return accountsPage(allAccounts(db));
  if ((method !== 'GET' && method !== 'POST') || accountId === '') {
    return consoleMessage({
      status: 405,
      text: 'This page can only be opened, and an account’s page answered.',
    });
  }
  const account = findAccount(db, accountId);
  if (account === undefined) return consoleMessage({ status: 404, text: 'There is no such account.' });
  if (method === 'GET') return show(db, account, formKeys);

  const form = new URLSearchParams(request.body);
  if (!formKeys.isFrom(pageOf(account), form.get('form_key'))) {
    return consoleMessage({
      status: 400,
      text: 'This form is not from the sandbox’s console, or the sandbox has restarted since.',
    });
  }
  return show(db, account, formKeys, decide(db, account, form));
}

const pageOf = ({ accountId }: AccountRow): readonly string[] => ['console', accountId];

function show(db: Database, account: AccountRow, formKeys: FormKeys, notice?: Notice): Reply {
  const instances = instancesOf(db, account.accountId).map((instance) => ({
    ...instance,
    memberIds: membersOfInstance(db, instance.instanceId),
  }));
  const people = allMembersOf(db, account.accountId);
  return accountPage({ account, instances, people, formKey: formKeys.keyFor(pageOf(account)) }, notice);
}

/** Carries out the form, and says what happened. */
function decide(db: Database, { accountId, name }: AccountRow, form: URLSearchParams): Notice {
  const instance = instancesOf(db, accountId).find(({ instanceId }) => instanceId === form.get('instance'));
  if (instance === undefined) return refused(`${name} has no such instance.`);
  const email = (form.get('email') ?? '').trim().toLowerCase();
  const person = allMembersOf(db, accountId).find((member) => member.email.toLowerCase() === email);
  if (person === undefined) return refused(`Nobody with this email has access to ${name}.`);

  const isMember = membersOfInstance(db, instance.instanceId).has(person.userId);
  switch (form.get('decision')) {
    case 'add':
      if (person.role === 'admin') return refused(`${person.name} is an admin, and in every instance.`);
      if (isMember) return done(`${person.name} is in ${instance.name} already.`);
      addToInstance(db, instance.instanceId, person.userId);
      return done(`${person.name} was added to ${instance.name}.`);
    case 'remove':
      if (!isMember) return done(`${person.name} isn’t in ${instance.name}.`);
      removeFromInstance(db, instance.instanceId, person.userId);
      return done(`${person.name} was removed from ${instance.name}.`);
    default:
      return refused('Select Add or Remove on the page.');
  }
}

const done = (text: string): Notice => ({ status: 200, text });
const refused = (text: string): Notice => ({ status: 400, text });
