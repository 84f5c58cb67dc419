import type { AccountRef } from '../../account/account';
import type { RowFinding } from '../batch';
import { placeKey, type WayFact } from './facts';
import { error, type Row, warning, writes } from './makeFinding';

/** The ways in, to be looked up. */
export interface Ways {
  /** The way that a row has chosen; undefined where it is not known. */
  readonly of: (account: AccountRef) => WayFact | undefined;
  /** Another way into the same account through which people can be invited. */
  readonly instead: (way: WayFact) => WayFact | undefined;
  /** The one account that a text names, or is a part of the name of. */
  readonly named: (text: string) => WayFact | undefined;
}

const refKey = ({ connectionId, accountId }: AccountRef): string => `${connectionId} ${accountId}`;
const placeOf = ({ realm, account }: WayFact): string => placeKey(realm, account.accountId);
const isOpen = (way: WayFact): boolean => way.reachable && way.canInvite !== false && !way.refusesChanges;
const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** @param ways all of them, the ones to prefer first */
export function indexWays(ways: readonly WayFact[]): Ways {
  const open = ways.filter(isOpen);
  const preferred = [...open, ...ways.filter((way) => !isOpen(way))];
  const byRef = new Map(ways.map((way) => [refKey(way.account), way]));
  const openByPlace = groupBy(open, placeOf);
  const exact = groupBy(preferred, ({ name }) => plain(name));
  const ids = groupBy(preferred, ({ account }) => plain(account.accountId));
  const names = preferred.map((way) => ({ way, name: plain(way.name) }));
  const found = new Map<string, WayFact | undefined>();

  const look = (text: string): WayFact | undefined =>
    onlyAccount(ids.get(text) ?? exact.get(text) ?? []) ??
    (text.length < 4
      ? undefined
      : onlyAccount(names.flatMap(({ way, name }) => (name.includes(text) ? [way] : []))));
  return {
    of: (account) => byRef.get(refKey(account)),
    instead: (way) => openByPlace.get(placeOf(way))?.find((other) => other !== way),
    named(typed) {
      const text = plain(typed);
      if (!found.has(text)) found.set(text, look(text));
      return found.get(text);
    },
  };
}

/** The first of these ways, if all lead to one account. */
function onlyAccount(ways: readonly WayFact[]): WayFact | undefined {
  const [first] = ways;
  return first !== undefined && ways.every((way) => placeOf(way) === placeOf(first)) ? first : undefined;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const column = 'account';

/** What keeps people from being invited to a row's account. */
export function accountFinding({ account, accountText }: Row, ways: Ways): RowFinding | null {
  if (account === null) return accountText.trim() === '' ? null : unknown(accountText, ways);
  const way = ways.of(account);
  if (way === undefined) return lost(account, accountText, ways);
  if (isOpen(way)) return null;
  const other = ways.instead(way);
  const fix =
    other === undefined
      ? null
      : writes(column, other.name, { label: `Use ${other.connectionLabel}`, account: other.account });
  const { name, connectionLabel } = way;
  if (!way.reachable) {
    const message = `${connectionLabel} no longer leads to ${name}. Choose another account, or ask for access again and refresh.`;
    return error({ code: 'ACCOUNT_UNREACHABLE', column, message }, fix);
  }
  if (way.canInvite === false) {
    const message = `${connectionLabel} is no admin of ${name}, and only admins invite. Choose another account or connection, or have an admin change that.`;
    return error({ code: 'NOT_ADMIN', column, message }, fix);
  }
  // Concluded from refusals, which can have had another reason: it must not keep anybody from trying.
  const message = `Amazon has refused every change to the users of ${name} so far, as it does for accounts from instant access. If it is one, manage its users in the Amazon Ads console.`;
  return warning({ code: 'ACCOUNT_REFUSES_CHANGES', column, message }, fix);
}

function unknown(accountText: string, ways: Ways): RowFinding {
  const meant = ways.named(accountText);
  const text = accountText.trim();
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return error(
    {
      code: 'ACCOUNT_UNKNOWN',
      column,
      message: `No account is called “${shown}”. Choose one, or refresh the accounts if it is new.`,
    },
    meant === undefined
      ? null
      : writes(column, meant.name, { label: `Use ${meant.name}`, account: meant.account }),
  );
}

/** The way in went, with its connection perhaps. */
function lost({ accountId }: AccountRef, accountText: string, ways: Ways): RowFinding {
  const again = ways.named(accountId);
  return error(
    {
      code: 'ACCOUNT_UNREACHABLE',
      column,
      message: `The connection that led to ${accountText.trim() || accountId} is gone. Choose the account through another one.`,
    },
    again === undefined
      ? null
      : writes(column, again.name, { label: `Use ${again.connectionLabel}`, account: again.account }),
  );
}
