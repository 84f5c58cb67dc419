import type { AccountRef } from '../../account/account';
import type { RowFinding } from '../batch';
import { type AccessFact } from './facts';
import { error, type Row, warning, writes } from './makeFinding';
import { accountKey, accountRefKey } from '../../../util/accountKey';
import { groupBy } from '../../../util/groupBy';
import { findingsText } from './findingsText';

/** The connections, indexed for lookup. */
export interface AccessIndex {
  /** The connection a row has selected; undefined if it isn't known. */
  readonly of: (account: AccountRef) => AccessFact | undefined;
  /** Another connection to the same account through which people can be invited. */
  readonly instead: (access: AccessFact) => AccessFact | undefined;
  /** The one account whose name is, or contains, a text. */
  readonly named: (text: string) => AccessFact | undefined;
}

const placeOf = ({ realm, account }: AccessFact): string =>
  accountKey({ realm, accountId: account.accountId });
const isOpen = (access: AccessFact): boolean =>
  access.reachable && access.canInvite !== false && !access.refusesChanges;
const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** @param accesses all of them, preferred ones first */
export function indexAccesses(accesses: readonly AccessFact[]): AccessIndex {
  const open = accesses.filter(isOpen);
  const preferred = [...open, ...accesses.filter((access) => !isOpen(access))];
  const byRef = new Map(accesses.map((access) => [accountRefKey(access.account), access]));
  const openByPlace = groupBy(open, placeOf);
  const exact = groupBy(preferred, ({ name }) => plain(name));
  const ids = groupBy(preferred, ({ account }) => plain(account.accountId));
  const names = preferred.map((access) => ({ access, name: plain(access.name) }));
  const found = new Map<string, AccessFact | undefined>();

  const look = (text: string): AccessFact | undefined =>
    onlyAccount(ids.get(text) ?? exact.get(text) ?? []) ??
    (text.length < 4
      ? undefined
      : onlyAccount(names.flatMap(({ access, name }) => (name.includes(text) ? [access] : []))));
  return {
    of: (account) => byRef.get(accountRefKey(account)),
    instead: (access) => openByPlace.get(placeOf(access))?.find((other) => other !== access),
    named(typed) {
      const text = plain(typed);
      if (!found.has(text)) found.set(text, look(text));
      return found.get(text);
    },
  };
}

/** The first of these connections, if all reach the same account. */
function onlyAccount(accesses: readonly AccessFact[]): AccessFact | undefined {
  const [first] = accesses;
  return first !== undefined && accesses.every((access) => placeOf(access) === placeOf(first))
    ? first
    : undefined;
}

const column = 'account';

/** What prevents inviting people to a row's account. */
export function accountFinding({ account, accountText }: Row, accesses: AccessIndex): RowFinding | null {
  if (account === null) return accountText.trim() === '' ? null : unknown(accountText, accesses);
  const access = accesses.of(account);
  if (access === undefined) return lost(account, accountText, accesses);
  if (isOpen(access)) return null;
  const other = accesses.instead(access);
  const fix =
    other === undefined
      ? null
      : writes(column, other.name, {
          label: findingsText.use(other.connectionLabel),
          account: other.account,
        });
  const { name, connectionLabel } = access;
  if (!access.reachable) {
    const message = findingsText.accountUnreachable(connectionLabel, name);
    return error({ code: 'ACCOUNT_UNREACHABLE', column, message }, fix);
  }
  if (access.canInvite === false) {
    const message = findingsText.notAdmin(connectionLabel, name);
    return error({ code: 'NOT_ADMIN', column, message }, fix);
  }
  // Inferred from refusals, which may have had another reason, so it must not block an attempt.
  const message = findingsText.accountRefusesChanges(name);
  return warning({ code: 'ACCOUNT_REFUSES_CHANGES', column, message }, fix);
}

function unknown(accountText: string, accesses: AccessIndex): RowFinding {
  const meant = accesses.named(accountText);
  const text = accountText.trim();
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return error(
    {
      code: 'ACCOUNT_UNKNOWN',
      column,
      message: findingsText.accountUnknown(shown),
    },
    meant === undefined
      ? null
      : writes(column, meant.name, { label: findingsText.use(meant.name), account: meant.account }),
  );
}

/** The account is no longer reachable, perhaps because its connection was removed. */
function lost({ accountId }: AccountRef, accountText: string, accesses: AccessIndex): RowFinding {
  const again = accesses.named(accountId);
  return error(
    {
      code: 'ACCOUNT_UNREACHABLE',
      column,
      message: findingsText.connectionGone(accountText.trim() || accountId),
    },
    again === undefined
      ? null
      : writes(column, again.name, {
          label: findingsText.use(again.connectionLabel),
          account: again.account,
        }),
  );
}
