import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { accountRef, type AccountRef } from '../../../../shared/domain/account/account';
import { checkedFilter, type InvitationFilter } from '../../../../shared/navigation/invitationFilter';
import { accountRefKey } from '../../../../shared/util/accountKey';

type Token = PropertyFilterProps.Token;
type Field = keyof InvitationFilter;

/** Fields with several texts, by property. */
const lists = {
  group: 'groups',
  connection: 'connections',
  state: 'states',
  instanceAccess: 'instanceAccess',
  role: 'roles',
  domain: 'domains',
  createdBy: 'createdBy',
} as const;
/** Fields with a number of days. */
const spans = { expiresWithin: 'expiresWithinDays', changedWithin: 'stateChangedWithinDays' } as const;
/** Fields with a moment: the first inclusive, the second exclusive. */
const moments = {
  expires: ['expiresFrom', 'expiresTo'],
  created: ['createdFrom', 'createdTo'],
} as const;
/** Fields that are true or omitted. */
const flags = { sent: 'sentByMe', invitedAgain: 'latestOnly' } as const;

/** The only value of a flag inside a token. */
export const flagValue = 'yes';
export const from = '>=';
export const before = '<';

/** How an account is named inside a token. */
export const accountValue = (account: AccountRef): string => accountRefKey(account);

/** A filter as the tokens of a property filter; search text isn't one of them. */
export function tokensOf(filter: InvitationFilter): readonly Token[] {
  const token = (propertyKey: string, value: unknown, operator = '='): Token[] =>
    value === undefined ? [] : [{ propertyKey, operator, value }];
  return [
    ...token('account', filter.accounts?.map(accountValue)),
    ...entries(lists).flatMap(([key, field]) => token(key, filter[field])),
    ...entries(spans).flatMap(([key, field]) => token(key, filter[field]?.toString())),
    ...entries(moments).flatMap(([key, [first, second]]) => [
      ...token(key, filter[first], from),
      ...token(key, filter[second], before),
    ]),
    ...entries(flags).flatMap(([key, field]) => token(key, filter[field] === true ? flagValue : undefined)),
  ];
}

/**
 * The filter that the tokens mean, without search text. Of two tokens for the same property, lists are joined and otherwise the
 * later one counts; invalid ones are dropped.
 */
export function filterOfTokens(tokens: readonly Token[]): InvitationFilter {
  let filter: InvitationFilter = {};
  for (const token of tokens) {
    const [field, value] = meaningOf(token, filter) ?? [];
    if (field === undefined) continue;
    filter = checkedFilter({ ...filter, [field]: value }) ?? filter;
  }
  return filter;
}

function meaningOf(
  { propertyKey, operator, value }: Token,
  sofar: InvitationFilter,
): readonly [Field, unknown] | null {
  const known: unknown = value;
  if (propertyKey === 'account') {
    const refs = textsOf(known).flatMap(accountsNamed);
    return refs.length === 0 ? null : ['accounts', [...(sofar.accounts ?? []), ...refs]];
  }
  if (isKeyOf(lists, propertyKey)) {
    const field = lists[propertyKey];
    const values = textsOf(known);
    return values.length === 0 ? null : [field, [...new Set([...(sofar[field] ?? []), ...values])]];
  }
  if (isKeyOf(spans, propertyKey)) {
    const days = known === '' || known === null ? NaN : Number(known);
    return [spans[propertyKey], days];
  }
  if (isKeyOf(moments, propertyKey)) return [moments[propertyKey][operator === from ? 0 : 1], known];
  if (isKeyOf(flags, propertyKey)) return known === flagValue ? [flags[propertyKey], true] : null;
  return null;
}

function accountsNamed(text: string): readonly AccountRef[] {
  try {
    const [connectionId, accountId] = JSON.parse(text) as unknown[];
    const ref = accountRef.safeParse({ connectionId, accountId });
    return ref.success ? [ref.data] : [];
  } catch {
    return [];
  }
}

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );

const isKeyOf = <Known extends object>(known: Known, key: string | undefined): key is string & keyof Known =>
  key !== undefined && Object.hasOwn(known, key);

const entries = <Known extends object>(
  known: Known,
): readonly (readonly [string & keyof Known, Known[keyof Known]])[] =>
  Object.entries(known) as [string & keyof Known, Known[keyof Known]][];
