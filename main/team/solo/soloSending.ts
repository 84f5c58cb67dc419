import type { SoloOffer } from '../../../shared/domain/team/soloOffer';
import { CodedError } from '../../../shared/errors';
import type { Activity } from '../../activity/activity';
import { moveAll } from '../../outbox/agreed/staging';
import { letGo, waitingOfRun, type WaitingOfRun } from '../../outbox/journal/letGo';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { TeamLink } from '../link/teamLink';
import { readTeamRules, unreadableRules } from '../rules/teamRules';
import { soloText } from './soloText';
import { isShared } from '../sending/isShared';

export interface SoloDeps {
  readonly db: Database;
  readonly link: Pick<TeamLink, 'state'>;
  readonly activity: Pick<Activity, 'record'>;
  readonly now: () => number;
  /** Called after something may be sent. */
  readonly letGone: () => void;
}

/** Sending in shared accounts while the store is away, where the team's rules allow it. */
export interface SoloSending {
  /** What a person can decide about a run; null while the store isn't away. */
  offer(runId: number): SoloOffer | null;
  /**
   * Lets what waits of a run in shared accounts be sent while the store stays away.
   * @param decided what the person saw, and why it is done
   * @throws CodedError TEAM_OUTDATED if this version can't read the rules; TEAM_REFUSED if the rules don't allow it, or what was seen isn't so any longer; then nothing changed
   */
  send(
    runId: number,
    decided: { readonly version: number; readonly count: number; readonly reason: string },
  ): void;
}

export function createSoloSending({ db, link, activity, now, letGone }: SoloDeps): SoloSending {
  const isAway = (): boolean => {
    const state = link.state();
    // A store that refuses, as without a right, isn't away.
    return state.kind === 'away' && state.error.code === 'TEAM_UNREACHABLE';
  };
  const waiting = (runId: number): WaitingOfRun[] =>
    waitingOfRun(db, runId).filter((account) => isShared(db, account));
  return {
    offer(runId) {
      if (!isAway()) return null;
      const { version, rule } = readTeamRules(db);
      const accounts = waiting(runId);
      return {
        version,
        isAllowed: rule.soloSending === 'withReason',
        count: countOf(accounts),
        accounts: accounts.length,
      };
    },
    send(runId, { version, count, reason }) {
      moveAll(db, now());
      transaction(db, () => {
        if (!isAway()) throw refused(soloText.notAway);
        const rules = readTeamRules(db);
        if (!rules.isReadable) throw unreadableRules();
        if (rules.rule.soloSending !== 'withReason') throw refused(soloText.notAllowed);
        if (rules.version !== version) throw refused(soloText.rulesChanged);
        const accounts = waiting(runId);
        if (countOf(accounts) !== count || count === 0)
          throw refused(soloText.otherNumber(countOf(accounts)));
        letGo(db, runId, accounts, reason);
        activity.record([
          {
            ...{ at: now(), action: 'sendSolo', result: 'done', connectionLabel: '', actor: '' },
            ...{ realm: '', accountId: '', accountName: '', emailAddress: '', userName: '', role: '' },
            ...{ invitationId: null, userId: null, operationId: null, amazonRequestId: null, code: null },
            detail: soloText.decided(count, runId, reason, version),
          },
        ]);
      });
      letGone();
    },
  };
}

const countOf = (accounts: readonly WaitingOfRun[]): number =>
  accounts.reduce((sum, { count }) => sum + count, 0);

const refused = (message: string): CodedError =>
  new CodedError({ code: 'TEAM_REFUSED', message, retryable: true });
