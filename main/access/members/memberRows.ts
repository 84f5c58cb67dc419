import type { Member } from '../../../shared/domain/member/member';
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
}

/**
 * Whether a member matches the filter, in SQL that needs `withMemberAddresses`. A member with several roles matches each of them.
 */
export function memberMatch({ search, roles, scopes }: MemberFilter): {
  readonly conditions: readonly string[];
  readonly values: Readonly<Record<string, string>>;
} {
  const parts = [
    ...(scopes === undefined
      ? []
      : [
          {
            condition: 'scope IN (SELECT value FROM json_each(:scopes))',
            name: 'scopes',
            value: JSON.stringify(scopes),
          },
        ]),
    ...(roles === undefined
      ? []
      : [
          {
            condition: `EXISTS (SELECT 1 FROM json_each(:roles)
              WHERE instr(', ' || coalesce(role, '') || ', ', ', ' || value || ', ') > 0)`,
            name: 'roles',
            value: JSON.stringify(roles.map((role) => role ?? '')),
          },
        ]),
    ...(search === ''
      ? []
      : [
          {
            condition: String.raw`(masked_email LIKE :search ESCAPE '\' OR members.user_id LIKE :search ESCAPE '\'
              OR EXISTS (SELECT 1 FROM member_addresses AS known WHERE known.realm = members.realm
                AND known.user_id = members.user_id AND known.address LIKE :search ESCAPE '\'))`,
            name: 'search',
            value: likePattern(search),
          },
        ]),
  ];
  return {
    conditions: parts.map(({ condition }) => condition),
    values: Object.fromEntries(parts.map(({ name, value }) => [name, value])),
  };
}
