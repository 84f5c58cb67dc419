import { accountKey } from '../../../shared/util/accountKey';
import pLimit from 'p-limit';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import { toErrorBody, type ErrorCode } from '../../../shared/errors';
import type { AdsClient } from '../../amazonAds/client';
import { readInvitation } from '../../amazonAds/invitation';
import { readUsers } from '../../amazonAds/users/listUsers';
import { accountUsers } from '../accountUsers';
import { concludeByState, concludeMissing, type AccountUsers, type Conclusion } from './evidence';
import type { KnownAccount } from '../accountAccess';

/** An invitation that a complete reading no longer names. */
export interface VanishedInvitation {
  readonly invitationId: string;
  readonly emailAddress: string;
  readonly expiresAt: number | null;
}

/** What a complete reading leaves to be explained. */
export interface Unexplained {
  readonly missing: readonly VanishedInvitation[];
  /** Concluded before, from mere absence: only whether their people are users by now is looked at. */
  readonly doubtful: readonly VanishedInvitation[];
  /** The addresses of other invitations that users of the account came from, or may have. */
  readonly others: readonly string[];
}

/** What follows, by invitation id. */
export type Conclusions = ReadonlyMap<string, Conclusion>;

/** Where to ask, and about which reading. */
export interface Asking {
  readonly client: AdsClient;
  readonly account: Pick<KnownAccount, 'realm' | 'accountId'>;
  /** When the list was read, ms since 1970. */
  readonly at: number;
}

/** How many are asked about before what was learned is written, and others have their turn. */
const sliceSize = 20;
/** How many are asked about after one reading; the others after the next ones. */
const maxAtOnce = 1000;
/** How many questions are on their way at the same time. */
const parallelQuestions = 2;

/** Finds out what became of invitations, and remembers what was asked without success. One for all readings. */
export interface Explanations {
  /**
   * Asks Amazon about missing invitations, one by one, and who is a user now where that does not tell. Those that were
   * asked about before come last, so that none keeps the others from their turn. Ends early when Amazon cannot be asked now;
   * what it could not be asked about stays as it is.
   * @param write is called with what follows, slice by slice
   */
  explain(
    asking: Asking,
    unexplained: Unexplained,
    write: (conclusions: Conclusions) => Promise<void>,
  ): Promise<void>;
}

export function createExplanations(): Explanations {
  /** When the missing ones of each account were asked about last, by invitation id. */
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
      const users = once(() => usersOf(client, account.accountId));

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

/** @returns what follows. One that Amazon could not be asked about now is left out. */
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

/** Whoever has another invitation that is missing too has two that a masked user may have accepted. */
function candidatesOf(missing: readonly VanishedInvitation[], others: readonly string[]): readonly string[] {
  const keys = missing.map(({ emailAddress }) => mailboxKey(emailAddress));
  const known = new Set(keys);
  return [...keys, ...others.map(mailboxKey).filter((key) => !known.has(key))];
}

/** What Amazon calls its state, and its end; null where Amazon does not tell. */
interface AmazonStatus {
  readonly state: string | null;
  readonly expiresAt: number | null;
}

const silence: AmazonStatus = { state: null, expiresAt: null };

/** @returns undefined where it could not be asked */
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

/** Null where Amazon does not tell, as to who is no admin or where it offers no such list (amazon-api §3). */
export type Users = AccountUsers | null | 'later';

/** The users of an account now; `later` where Amazon can't be asked at present. Never rejects. */
export async function usersOf(client: AdsClient, accountId: string): Promise<Users> {
  try {
    const { entries } = await readUsers(client, accountId);
    return accountUsers(
      entries.flatMap(({ emailAddress }) => (emailAddress === undefined ? [] : [emailAddress])),
    );
  } catch (thrown) {
    return passes(thrown) ? 'later' : null;
  }
}

/** Asked for when it is needed, and then no more. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => (begun ??= work());
}

const passes = (thrown: unknown): boolean => passingCodes.has(toErrorBody(thrown).code);

/** An answer that cannot be read says nothing, and the next one may be one that can. */
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
