import type { Member } from '../../../shared/domain/member/member';
import { addressOf, confidenceOf } from './listing/memberAddresses';
import { likePattern } from '../../storage/likePattern';

/** The columns of `members` for a `Member`. */
export const memberColumns = `members.realm, members.account_id AS accountId, members.user_id AS userId,
  masked_email AS maskedEmail, scope, role, role_as_of AS roleAsOf, members.first_seen_at AS firstSeenAt,
  since_at AS sinceAt,
  EXISTS (
    SELECT 1 FROM member_history AS history
    WHERE history.realm = members.realm AND history.account_id = members.account_id
      AND history.user_id = members.user_id AND event = 'joined' AND at = since_at
  ) AS isSinceKnown,
  last_seen_at AS lastSeenAt, gone_at AS goneAt`;

/** A row of `memberColumns`. */
export type MemberRow = Omit<Member, 'isSinceKnown'> & { readonly isSinceKnown: number };

export const memberOf = <Row extends MemberRow>(
  row: Row,
): Omit<Row, 'isSinceKnown'> & { readonly isSinceKnown: boolean } => ({
  ...row,
  isSinceKnown: row.isSinceKnown === 1,
});

/** What narrows lists of members; empty and undefined: nothing does. */
interface MemberFilter {
  readonly search: string;
  readonly roles?: readonly (string | null)[] | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** After the @, in lower case: of the address that is known, or of what Amazon lists. */
  readonly domain?: string | undefined;
  readonly certainty?: 'certain' | 'probable' | 'unknown' | undefined;
}

/** A condition in SQL, and the value of the parameter in it that has its name. */
interface Part {
  readonly name: keyof MemberFilter;
  readonly condition: string;
  readonly value: string;
}

const roleMatches = `EXISTS (SELECT 1 FROM json_each(:roles)
  WHERE instr(', ' || coalesce(role, '') || ', ', ', ' || value || ', ') > 0)`;

const isFound = String.raw`(masked_email LIKE :search ESCAPE '\' OR members.user_id LIKE :search ESCAPE '\'
  OR ${addressOf('members')} LIKE :search ESCAPE '\')`;

/**
 * Whether a member matches the filter, in SQL that needs `withMemberAddresses`. A member with several roles matches each of them.
 */
export function memberMatch({ search, roles, scopes, domain, certainty }: MemberFilter): {
  readonly conditions: readonly string[];
  readonly values: Readonly<Record<string, string>>;
} {
  const parts: Part[] = [];
  const add = (name: Part['name'], condition: string, value: string): void => {
    parts.push({ name, condition, value });
  };
  if (scopes !== undefined) {
    add('scopes', 'scope IN (SELECT value FROM json_each(:scopes))', JSON.stringify(scopes));
  }
  if (roles !== undefined) add('roles', roleMatches, JSON.stringify(roles.map((role) => role ?? '')));
  if (domain !== undefined) {
    const known = domainIn(addressOf('members'));
    add('domain', `coalesce(${known}, ${domainIn('masked_email')}) = :domain`, domain);
  }
  if (certainty !== undefined) {
    add('certainty', `coalesce(${confidenceOf('members')}, 'unknown') = :certainty`, certainty);
  }
  if (search !== '') add('search', isFound, likePattern(search));
  return {
    conditions: parts.map(({ condition }) => condition),
    values: Object.fromEntries(parts.map(({ name, value }) => [name, value])),
  };
}

/** The domain of an address in SQL, in lower case; null if it has none, and of nothing. */
export const domainIn = (address: string): string =>
  `iif(instr(${address}, '@') > 0, lower(substr(${address}, instr(${address}, '@') + 1)), NULL)`;
