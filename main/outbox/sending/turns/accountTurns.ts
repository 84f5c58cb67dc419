import type { ErrorBody } from '../../../../shared/errors';
import type { NotTaken } from '../../../amazonAds/notTaken';
import type { AccountKey, JournalRequest } from '../../journal/append';

/** Accounts whose changes several desktops agree on before they are sent. */
export interface AccountTurns {
  /** Null: nobody else has to be asked about this account. */
  of(account: AccountKey): SharedAccount | null;
  /**
   * After an unexpected end: whether a call that is marked as being sent certainly never left, since its last step wasn't recorded.
   * If so, its claims are given back. Call it in the transaction that puts it back.
   */
  takeBack(request: JournalRequest): boolean;
}

/** It isn't this desktop's turn, or that can't be known: the account waits. */
export interface NoTurn {
  readonly why: NotTaken;
  /** Where it is decided can’t be reached: what a person let be sent without may be. */
  readonly isAway: boolean;
}

/** How far a desktop is with what it sends in an account; for colleagues. */
export interface TurnProgress {
  readonly sent: number;
  readonly total: number;
}

/**
 * An account that is shared with colleagues. What each function asks for is decided at one place for all desktops; none of them
 * rejects.
 */
export interface SharedAccount {
  /**
   * Takes the account's turn, or keeps it.
   * @returns whether it is a new one: then what was read before may be outdated
   */
  takeTurn(progress: TurnProgress): Promise<{ readonly isNew: boolean } | NoTurn>;
  /**
   * Claims the people of a call, so that nobody else changes them in this account.
   * @returns why some can't be changed now, by operation (then none may be sent; the others can be claimed again), or that the
   * turn is lost
   */
  claim(
    request: JournalRequest,
  ): Promise<{ readonly refused: ReadonlyMap<number, ErrorBody> } | 'claimed' | 'turnLost' | NoTurn>;
  /** Records under which claims a call is sent. Call it in the transaction that marks the call. */
  writeSending(request: JournalRequest): void;
  /** Records that a call is sent without asking anybody. Call it in the transaction that marks the call. */
  writeSolo(request: JournalRequest): void;
  /** The last step before the call: it succeeds only while the turn holds, and only for the start that claimed. */
  confirmSending(request: JournalRequest): Promise<'confirmed' | 'turnLost' | NoTurn>;
  /** Records that a call may leave now. Call it in a transaction, before the call. */
  writeConfirmed(request: JournalRequest): void;
  /** A call certainly wasn't taken: its claims are given back. Call it in the transaction that puts it back. */
  writeGivenBack(request: JournalRequest): void;
  /** Ends the turn. */
  leave(): Promise<void>;
}

/** Where nobody shares anything. */
export const nothingShared: AccountTurns = { of: () => null, takeBack: () => false };
