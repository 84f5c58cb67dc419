import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { listedUsers } from '../members/listing/listedUsers';
import { colleagueDecisions } from '../colleagues/colleagueDecisions';
import { acceptancesOf } from './acceptances';
import { readDecisions, type DatedDecision } from './decisions';
import { linkOf, type IdentityFacts, type IdentityLink } from './identityRules';
import { knownAddressesIn } from './knownAddresses';

/** What is known about the person behind a user ID, with the decisions dated. */
export interface DatedFacts extends IdentityFacts {
  readonly decisions: readonly DatedDecision[];
}

/** The person behind a user ID, and what that is concluded from. */
export interface KnownIdentity {
  readonly facts: DatedFacts;
  readonly link: IdentityLink;
}

/**
 * The people behind some user IDs of a realm, from the stored data. The certain or probable addresses of everybody are kept:
 * see ledgerAddresses.ts.
 * @param userIds those that no account lists, or listed, are absent from the answer
 */
export function readIdentities(
  db: Database,
  realm: string,
  userIds: readonly string[],
): ReadonlyMap<string, KnownIdentity> {
  const known = knownAddressesIn(db, realm);
  const listed = groupBy(listedUsers(db, realm, { userIds }), ({ userId }) => userId);
  const accountIds = new Set([...listed.values()].flatMap((each) => each.map(({ accountId }) => accountId)));
  const accepted = acceptancesOf(db, realm, userIds, [...accountIds]);
  const decided = readDecisions(db, realm, userIds);
  const colleagues = colleagueDecisions(db, realm, userIds);
  const identities = new Map<string, KnownIdentity>();
  for (const [userId, listings] of listed) {
    const decisions = decided.get(userId) ?? [];
    const listedAs = [...new Set(listings.map(({ maskedEmail }) => maskedEmail))];
    const evidence: DatedFacts = {
      ...{ userId, listedAs, decisions },
      accepted: accepted.get(userId) ?? [],
      knownAddresses: [],
      colleagues: colleagues.get(userId) ?? [],
    };
    // They count only if nothing else does.
    const isEnough = linkOf(evidence).rule !== null;
    const facts = isEnough
      ? evidence
      : { ...evidence, knownAddresses: known.fitting(listedAs, decisions.length) };
    identities.set(userId, { facts, link: linkOf(facts) });
  }
  return identities;
}
