import type { Topic } from '../../shared/bridge/channels';
import { loosens, type ApprovalRule } from '../../shared/domain/approval/approvalRule';
import type { BatchApproval, BatchSend } from '../../shared/domain/approval/approvalStatus';
import type { BatchFile, Signer } from '../../shared/domain/approval/batchFile';
import type { ColleagueKey } from '../../shared/domain/approval/colleagueKey';
import { CodedError } from '../../shared/errors';
import type { Activity } from '../activity/activity';
import { inTurns } from '../storage/stepwise';
import { transaction } from '../storage/transaction';
import { approvalsErrorText } from './approvalsErrorText';
import { findKey, listKeys, requireKey, writeKeyEvent } from './keys/colleagueKeys';
import { createOwnKey, type OwnKeyDeps, type ReadyKey } from './keys/ownKey';
import { createReceiver } from './received/receive';
import { requireReceived, type ReceivedFile } from './received/receivedFiles';
import { ruleChangeText } from './rules/ruleText';
import { currentRule, lastLoosening, writeRule, type Loosening } from './rules/approvalRules';
import { sendsOf } from './verifying/batchSends';
import { approvedLines } from './verifying/coverage';
import {
  admit,
  judged,
  knownName,
  matters,
  ruleFor,
  type Preparation,
  type Sending,
  type TeamRuleOf,
} from './verifying/verify';

export interface ApprovalsDeps extends OwnKeyDeps {
  /** What this person is called in signed files, as set in Settings; empty: nothing entered. */
  readonly ownName: () => string;
  readonly activity: Pick<Activity, 'recordRule'>;
  readonly teamRuleOf: TeamRuleOf;
  readonly changed: (topic: Topic) => void;
}

/** Keys, received files and the rule about approvals. What is in a batch, and what its accounts show, is for main/batches. */
export interface Approvals {
  /** This installation's key and name. @throws CodedError KEYCHAIN_LOCKED; INVALID_INPUT when no name was entered */
  own(): Promise<ReadyKey & Signer>;
  /**
   * The same to be shown; null as long as there is none and nobody who wants to sign entered a name.
   * @throws CodedError KEYCHAIN_LOCKED
   */
  ownKey(): Promise<ReadyKey | null>;
  /** Whether a key is, or was, this installation's. */
  isOwn(key: string): boolean;
  /** A signer by the name they have here. */
  nameOf(signer: Signer): string;
  keyOf(key: string): ColleagueKey | null;
  keys(): ColleagueKey[];
  /** Somebody compared its words. @throws CodedError NOT_FOUND */
  confirm(input: Signer): void;
  rename(input: Signer): void;
  /** Ends everything signed by it, except what had arrived before. */
  distrust(key: string): void;
  rule(): { readonly rule: ApprovalRule; readonly loosened: Loosening | null };
  /**
   * Changes the rule.
   * @param mayLoosen asks a person outside the page; called only if the rule gets looser
   * @throws CodedError NOT_CONFIRMED; then nothing changed
   */
  setRule(rule: ApprovalRule, mayLoosen: () => Promise<boolean>): Promise<void>;
  /** Records a file that was read. @returns its ID here @throws CodedError INVALID_INPUT for a distrusted key's */
  receive(file: BatchFile): Promise<string>;
  /** @throws CodedError NOT_FOUND */
  received(fileId: string): Promise<ReceivedFile>;
  /** Reads what verifying needs and takes time. */
  prepare(batchId: string): Promise<Preparation>;
  /** Whether anything depends on what would be sent to these accounts; see `matters`. */
  matters(preparation: Preparation, accounts: Sending['accounts']): boolean;
  /** The rule that counts for what would be sent: one's own and the team's, whichever is stricter. */
  ruleFor(sending: Sending): ApprovalRule;
  /** Each approval of the batch held against what would be sent now, the latest arrival first. */
  judge(preparation: Preparation, sending: Sending): BatchApproval[];
  /** See `admit`. Call it inside the transaction that begins the run. */
  admit(preparation: Preparation, sending: Sending, runId: number): void;
  /** Under which rule and approval the runs of a batch went, the oldest first. */
  sendsOf(batchId: string): BatchSend[];
}

export function createApprovals(deps: ApprovalsDeps): Approvals {
  const { db, now, ownName, changed, teamRuleOf } = deps;
  const shownTeamRule = (accounts: Sending['accounts']): ApprovalRule | null => teamRuleOf(accounts, false);
  const key = createOwnKey(deps);
  const receiver = createReceiver(db, { ownKeys: key.all, now });
  const write = (work: () => void): void => {
    transaction(db, work);
    changed('approvals.changed');
  };
  return {
    async own() {
      const name = ownName();
      if (name === '') throw invalid(approvalsErrorText.nameMissing);
      const ready = await key.ready();
      return { ...ready, name, key: ready.publicKey };
    },
    ownKey: async () => (ownName() === '' && (await key.current()) === null ? null : key.ready()),
    isOwn: (publicKey) => key.all().has(publicKey),
    nameOf: (signer) => (key.all().has(signer.key) ? ownName() || signer.name : knownName(db, signer)),
    keyOf: (publicKey) => findKey(db, publicKey),
    keys: () => listKeys(db),
    ...keyChanges(deps, write),
    rule: () => ({ rule: currentRule(db), loosened: lastLoosening(db) }),
    setRule: (rule, mayLoosen) => setRule(deps, rule, mayLoosen),
    async receive(file) {
      const fileId = await receiver.receive(file);
      changed('approvals.changed');
      return fileId;
    },
    received: (fileId) => inTurns(requireReceived(db, fileId)),
    prepare: async (batchId) => ({
      batchId,
      approvals: await inTurns(approvedLines(db, batchId)),
      senderKey: await key.current(),
      ownKeys: key.all(),
      ownName: ownName(),
    }),
    matters(preparation, accounts) {
      const team = shownTeamRule(accounts);
      return matters([currentRule(db), ...(team === null ? [] : [team])], preparation);
    },
    ruleFor: (sending) => ruleFor(db, sending, shownTeamRule),
    judge: (preparation, sending) =>
      judged(db, preparation, sending, { rule: ruleFor(db, sending, shownTeamRule), now: now() }),
    admit(preparation, sending, runId) {
      admit(db, preparation, sending, { runId, now: now(), teamRuleOf });
    },
    sendsOf: (batchId) => sendsOf(db, batchId),
  };
}

function keyChanges(
  { db, now }: ApprovalsDeps,
  write: (work: () => void) => void,
): Pick<Approvals, 'confirm' | 'rename' | 'distrust'> {
  return {
    confirm(input) {
      requireKey(db, input.key);
      write(() => {
        writeKeyEvent(db, 'confirmed', input, now());
      });
    },
    rename(input) {
      requireKey(db, input.key);
      write(() => {
        writeKeyEvent(db, 'named', input, now());
      });
    },
    distrust(publicKey) {
      requireKey(db, publicKey);
      write(() => {
        writeKeyEvent(db, 'distrusted', { key: publicKey, name: '' }, now());
      });
    },
  };
}

async function setRule(
  { db, now, ownName, activity, changed }: ApprovalsDeps,
  rule: ApprovalRule,
  mayLoosen: () => Promise<boolean>,
): Promise<void> {
  const before = currentRule(db);
  if (loosens(before, rule) && !(await mayLoosen())) {
    throw new CodedError({
      code: 'NOT_CONFIRMED',
      message: approvalsErrorText.notLoosened,
      retryable: true,
    });
  }
  transaction(db, () => {
    const at = now();
    writeRule(db, rule, { at, by: ownName() });
    activity.recordRule({ at, actor: ownName() || 'unknown', detail: ruleChangeText(before, rule) });
  });
  changed('approvals.changed');
}

const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
