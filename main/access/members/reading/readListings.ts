import type { MemberListName } from '../../../../shared/domain/member/member';
import { toErrorBody, type ErrorBody } from '../../../../shared/errors';
import type { AdsError } from '../../../amazonAds/adsError';
import type { AdsClient } from '../../../amazonAds/client/client';
import { isRefusal, whereAvailable } from '../../../amazonAds/users/availability';
import { readUsersIn, type AccessScope } from '../../../amazonAds/users/listUsers';
import type { MemberListing } from '../memberState';

/** A list that could not be read. */
export interface ListProblem {
  readonly list: MemberListName;
  /** ms since 1970, before the first page was requested. */
  readonly beganAt: number;
  /** `unavailable`: Amazon doesn't offer the list in this account to this sign-in. */
  readonly outcome: 'unavailable' | 'failed';
  readonly error: ErrorBody;
}

/** The result of reading an account's lists. */
export interface ListingsRead {
  readonly listings: readonly MemberListing[];
  readonly problems: readonly ListProblem[];
  /** What prevented a list from being read, except for Amazon's own refusals; null if nothing did. */
  readonly stoppedBy: { readonly thrown: unknown } | null;
  /** Amazon's answer where it offers no list in this account to this sign-in; null where it does. */
  readonly unavailable: AdsError | null;
}

const scopes: Readonly<Record<MemberListName, AccessScope | undefined>> = {
  direct: 'DIRECT',
  inherited: 'INDIRECT',
  unscoped: undefined,
};

/**
 * Reads who has access to an account: the list of direct access, the list of inherited access and, if Amazon doesn't accept a
 * scope, the list without one (amazon-api §9). Never rejects.
 * @param now ms since 1970
 */
export async function readListings(
  client: AdsClient,
  accountId: string,
  now: () => number,
): Promise<ListingsRead> {
  const listings: MemberListing[] = [];
  const problems: ListProblem[] = [];
  const waiting: MemberListName[] = ['direct', 'inherited'];
  let unavailable: AdsError | null = null;
  for (let list = waiting.shift(); list !== undefined; list = waiting.shift()) {
    const beganAt = now();
    try {
      const answer = await whereAvailable(() => readUsersIn(client, accountId, scopes[list]));
      if (answer.available) {
        const { entries, unreadable } = answer.value;
        listings.push({ list, beganAt, users: entries, unreadable });
        continue;
      }
      problems.push({ list, beganAt, outcome: 'unavailable', error: toErrorBody(answer.error) });
      // A person who may not read the first list may not read any.
      if (list === 'direct') {
        waiting.length = 0;
        unavailable = answer.error;
      }
    } catch (thrown) {
      const isScopeRefused = list !== 'unscoped' && isRefusal(thrown, 400);
      const outcome = isScopeRefused ? 'unavailable' : 'failed';
      problems.push({ list, beganAt, outcome, error: toErrorBody(thrown) });
      if (!isScopeRefused) return { listings, problems, stoppedBy: { thrown }, unavailable };
      waiting.splice(0, waiting.length, ...(list === 'direct' ? [] : waiting), 'unscoped');
    }
  }
  return { listings, problems, stoppedBy: null, unavailable };
}
