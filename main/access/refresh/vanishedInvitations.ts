import { accountKey } from '../../../shared/util/accountKey';
import pLimit from 'p-limit';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import { toErrorBody, type ErrorCode } from '../../../shared/errors';
import type { AdsClient } from '../../amazonAds/client/client';
import { readInvitation } from '../../amazonAds/invitations/invitation';
import { readUsers } from '../../amazonAds/users/listUsers';
import type { LedgerAddress } from '../../../shared/domain/person/ledgerAddress';
import { identifiedUsers } from '../accountUsers';
import { concludeByState, concludeMissing, type AccountUsers, type Conclusion } from './evidence';
import type { KnownAccount } from '../accountAccess';

/** An invitation missing from a complete reading. */
export interface VanishedInvitation {
  readonly invitationId: string;
  readonly emailAddress: string;
  readonly expiresAt: number | null;
}

/** What a complete reading leaves unexplained. */
export interface Unexplained {
  readonly missing: readonly VanishedInvitation[];
  /** Concluded earlier from absence only: just check whether their people are users by now. */
  readonly doubtful: readonly VanishedInvitation[];
  /** The addresses of other invitations that users of the account accepted, or may have. */
  readonly others: readonly string[];
}

/** The conclusions by invitation ID. */
export type Conclusions = ReadonlyMap<string, Conclusion>;

/** Which account to ask, and about which reading. */
export interface Asking {
  readonly client: AdsClient;
  readonly account: Pick<KnownAccount, 'realm' | 'accountId'>;
  /** When the list was read, ms since 1970. */
  readonly at: number;
}

/** How many are asked about before the results are written and other work gets its turn. */
const sliceSize = 20;
/** How many are asked about after one reading; the others after the next readings. */
const maxAtOnce = 1000;
/** Max number of questions at the same time. */
const parallelQuestions = 2;

/** Finds out what happened to invitations and keeps the last attempt for each; share one instance. */
export interface Explanations {
  /**
   * Asks Amazon about missing invitations, one by one, and for the current users if that isn't enough. Those asked about before
   * come last, so that none blocks the others. Ends early if Amazon can't be reached; the rest stay as they are.
   * @param write called with the conclusions, slice by slice
   */
  explain(
    asking: Asking,
    unexplained: Unexplained,
    write: (conclusions: Conclusions) => Promise<void>,
  ): Promise<void>;
}

/** @param certainIn the certain addresses of an account's users, by user ID */
export function createExplanations(
  certainIn: (account: Asking['account']) => Promise<CertainAddresses> = () => Promise.resolve(new Map()),
): Explanations {
  /** When the missing ones of each account were last asked about, by invitation ID. */
  const lastAttempts = new Map<string, ReadonlyMap<string, number>>();

  return {
    async explain(asking, { missing, doubtful, others }, write) {
      const { client, account, at } = asking;
      const key = accountKey(account);
      const before = lastAttempts.get(key) ?? new Map<string, number>();
      const turns = new Map(missing.map(({ invitationId }) => [invitationId, before.get(invitationId) ?? 0]));
      lastAttempts.set(key, turns);
      const turnOf = ({ invitationId }: VanishedInvitation): number => turns.get(invitationId) ?? 0;
      const inTurn = missing.toSorted((one, other) => turnOf(one) - turnOf(other)).slice(0, maxAtOnce);
      const candidates = candidatesOf([...missing, ...doubtful], others);
      const users = once(async () => usersOf(client, account.accountId, await certainIn(account)));

      for (let from = 0; from < inTurn.length; from += sliceSize) {
        const slice = inTurn.slice(from, from + sliceSize);
        for (const { invitationId } of slice) turns.set(invitationId, at);
        const conclusions = await explainSlice(asking, slice, { users, candidates });
        if (conclusions.size === 0) return;
        await write(conclusions);
      }
      if (doubtful.length === 0) return;
      const now = await users();
      if (now === null || now === 'later') return;
      const clues = { amazonState: null, users: now, candidates };
      const joined = doubtful.flatMap((each) => {
        const conclusion = concludeMissing(each, clues, at);
        return conclusion.state === 'accepted' ? [[each.invitationId, conclusion] as const] : [];
      });
      if (joined.length > 0) await write(new Map(joined));
    },
  };
}

interface Around {
  readonly users: () => Promise<Users>;
  readonly candidates: readonly string[];
}

/** @returns the conclusions, without those Amazon couldn't be asked about now */
async function explainSlice(
  { client, at }: Asking,
  slice: readonly VanishedInvitation[],
  around: Around,
): Promise<Conclusions> {
  const limit = pLimit(parallelQuestions);
  const answers = await Promise.all(slice.map((each) => limit(() => amazonStatusOf(client, each))));
  const statuses = slice.map((each, index) => {
    const answer = answers[index];
    if (answer === undefined) return undefined;
    const expiresAt = answer.expiresAt ?? each.expiresAt;
    return { ...answer, expiresAt, settled: concludeByState(answer.state, expiresAt, at) };
  });
  const users = statuses.some((status) => status?.settled === null) ? await around.users() : null;
  return new Map(
    slice.flatMap((each, index) => {
      const status = statuses[index];
      if (status === undefined || (status.settled === null && users === 'later')) return [];
      const clues = {
        amazonState: status.state,
        users: users === 'later' ? null : users,
        candidates: around.candidates,
      };
      const { emailAddress } = each;
      return [
        [
          each.invitationId,
          concludeMissing({ emailAddress, expiresAt: status.expiresAt }, clues, at),
        ] as const,
      ];
    }),
  );
}

/** A person with another missing invitation has two that a masked user may have accepted. */
function candidatesOf(missing: readonly VanishedInvitation[], others: readonly string[]): readonly string[] {
  const keys = missing.map(({ emailAddress }) => mailboxKey(emailAddress));
  const known = new Set(keys);
  return [...keys, ...others.map(mailboxKey).filter((key) => !known.has(key))];
}

/** Amazon's name of its state, and its expiry; null if Amazon doesn't say. */
interface AmazonStatus {
  readonly state: string | null;
  readonly expiresAt: number | null;
}

const silence: AmazonStatus = { state: null, expiresAt: null };

/** @returns undefined if Amazon couldn't be asked */
async function amazonStatusOf(
  client: AdsClient,
  { invitationId }: VanishedInvitation,
): Promise<AmazonStatus | undefined> {
  try {
    const answer = await readInvitation(client, invitationId);
    if (answer === null) return silence;
    return { state: answer.state ?? null, expiresAt: answer.invitation.expiresAt ?? null };
  } catch (thrown) {
    return passes(thrown) ? undefined : silence;
  }
}

/** Null if Amazon doesn't list them, as for non-admins or if it offers no such list (amazon-api §3). */
export type Users = AccountUsers | null | 'later';

type CertainAddresses = ReadonlyMap<string, LedgerAddress>;

/**
 * The current users of an account; `later` if Amazon can't be asked now. Never rejects.
 * @param certain their certain addresses, by user ID
 */
export async function usersOf(
  client: AdsClient,
  accountId: string,
  certain: CertainAddresses,
): Promise<Users> {
  try {
    const { entries } = await readUsers(client, accountId);
    return identifiedUsers(
      entries.map(({ userId, emailAddress }) => ({ emailAddress, certain: certain.get(userId) })),
    );
  } catch (thrown) {
    return passes(thrown) ? 'later' : null;
  }
}

/** Runs when first needed, and only once. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => (begun ??= work());
}

const passes = (thrown: unknown): boolean => passingCodes.has(toErrorBody(thrown).code);

/** An unreadable answer shows nothing, and the next one may be readable. */
const passingCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'NOT_SENT',
  'NETWORK',
  'TIMEOUT',
  'THROTTLED',
  'AMAZON_ERROR',
  'UNREADABLE_ANSWER',
  'UNAUTHORIZED',
  'SIGN_IN_REQUIRED',
  'KEYCHAIN_LOCKED',
  'SECRET_MISSING',
  'OTHER_HOSTS',
]);
