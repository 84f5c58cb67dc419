import pLimit from 'p-limit';
import { toErrorBody, type ErrorCode } from '../../shared/errors';
import type { AdsClient } from '../amazonAds/client';
import { readInvitation } from '../amazonAds/invitation';
import { readUsers } from '../amazonAds/users';
import { concludeMissing, type Conclusion } from './evidence';

/** An invitation that a complete reading no longer names. */
export interface Missing {
  readonly invitationId: string;
  readonly emailAddress: string;
  readonly expiresAt: number | null;
}

/** How many are asked about after one reading; the others stay as they are until the next one. */
const mostAtOnce = 100;
/** How many questions are on their way at the same time. */
const parallelQuestions = 2;

/**
 * Asks Amazon what became of invitations, one by one, and who is a user now where that does not tell.
 * @param at when the list was read, ms since 1970
 * @returns what follows, by invitation id. One that Amazon could not be asked about now is left out.
 */
export async function explain(
  client: AdsClient,
  accountId: string,
  missing: readonly Missing[],
  at: number,
): Promise<Map<string, Conclusion>> {
  const limit = pLimit(parallelQuestions);
  const asked = missing.slice(0, mostAtOnce);
  const words = await Promise.all(asked.map((each) => limit(() => amazonsWordOn(client, each))));
  const unexplained = words.some((word) => word === null);
  const users = unexplained ? await addressesOfUsers(client, accountId) : null;
  return new Map(
    asked.flatMap((each, index) => {
      const amazonsWord = words[index];
      if (amazonsWord === undefined || (amazonsWord === null && users === 'later')) return [];
      const clues = { amazonsWord, users: users === 'later' ? null : users };
      return [[each.invitationId, concludeMissing(each, clues, at)] as const];
    }),
  );
}

/** @returns null where Amazon does not tell, undefined where it could not be asked */
async function amazonsWordOn(
  client: AdsClient,
  { invitationId }: Missing,
): Promise<string | null | undefined> {
  try {
    const told = await readInvitation(client, invitationId);
    return told?.state ?? null;
  } catch (thrown) {
    return passes(thrown) ? undefined : null;
  }
}

/** @returns null where Amazon does not tell, as to who is no admin or where it offers no such list (amazon-contract §3) */
async function addressesOfUsers(client: AdsClient, accountId: string): Promise<string[] | null | 'later'> {
  try {
    const { entries } = await readUsers(client, accountId);
    return entries.flatMap(({ emailAddress }) => (emailAddress === undefined ? [] : [emailAddress]));
  } catch (thrown) {
    return passes(thrown) ? 'later' : null;
  }
}

const passes = (thrown: unknown): boolean => passingCodes.has(toErrorBody(thrown).code);

const passingCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'NOT_SENT',
  'NETWORK',
  'TIMEOUT',
  'THROTTLED',
  'AMAZON_ERROR',
  'UNAUTHORIZED',
  'SIGN_IN_REQUIRED',
  'KEYCHAIN_LOCKED',
]);
