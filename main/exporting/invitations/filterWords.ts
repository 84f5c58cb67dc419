import type { AccountRef } from '../../../shared/domain/account/account';
import { instanceAccessNames } from '../../../shared/domain/account/instanceText';
import { stateNames } from '../../../shared/domain/invitation/invitationText';
import { roleName } from '../../../shared/domain/invitation/role';
import { pluralize } from '../../../shared/text/pluralize';
import type { InvitationFilter } from '../../access/invitations/invitationFilter';

/** From this many on, accounts are counted instead of named. */
const maxNamed = 4;

/** The names behind the IDs in a filter. */
interface Names {
  readonly account: (account: AccountRef) => string;
  readonly connection: (connectionId: string) => string;
  readonly group: (groupId: string) => string;
}

/**
 * A filter in words, one phrase for each of its parts, all of which apply: `["Pending", "expiring within 3 days"]`. Empty for a
 * filter that lets everything through.
 */
export function filterTexts(filter: InvitationFilter, names: Names): readonly string[] {
  const {
    accounts,
    connections,
    states,
    roles,
    domains,
    createdBy,
    expiresWithinDays,
    stateChangedWithinDays,
  } = filter;
  const search = filter.search?.trim() ?? '';
  return [
    ...list(states, (state) => stateNames[state]),
    ...list(filter.instanceAccess, (state) => instanceAccessNames[state]),
    ...list(roles, roleName),
    ...(accounts === undefined || accounts.length <= maxNamed
      ? list(accounts, names.account)
      : [pluralize(accounts.length, 'account')]),
    ...list(filter.groups, names.group, 'in group '),
    ...list(connections, names.connection, 'reached through '),
    ...list(domains, (domain) => `@${domain}`),
    ...list(createdBy, (inviter) => inviter, 'invited by '),
    ...when(filter.sentByMe, 'sent from this computer'),
    ...days('expiring within ', expiresWithinDays),
    ...moment('expiring from ', filter.expiresFrom),
    ...moment('expiring before ', filter.expiresTo),
    ...moment('created from ', filter.createdFrom),
    ...moment('created before ', filter.createdTo),
    ...days('state changed within ', stateChangedWithinDays),
    ...when(filter.latestOnly, 'not invited again since'),
    ...when(search !== '', `“${search}”`),
  ];
}

/** Alternatives, as one phrase. */
const list = <T>(values: readonly T[] | undefined, textOf: (value: T) => string, before = ''): string[] => {
  if (values === undefined) return [];
  return [before + (values.length === 0 ? 'none' : values.map(textOf).join(' or '))];
};

const when = (holds: boolean | undefined, phrase: string): string[] => (holds === true ? [phrase] : []);

const days = (before: string, count: number | undefined): string[] =>
  count === undefined ? [] : [before + pluralize(count, 'day')];

/** @param at ms since 1970; shown to the minute in UTC, like every time in a file */
const moment = (before: string, at: number | undefined): string[] =>
  at === undefined ? [] : [`${before}${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`];
