import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import type { Difference } from '../../../shared/domain/outbox/agreement';
import type { MemberRef } from '../../../shared/domain/member/member';
import { inTurns } from '../../storage/stepwise';
import { changesOf } from '../drafting/changesOf';
import { draftMembers, type DraftedMembers, type MembersChange } from '../drafting/draftMembers';
import { agreementOf, statedByCommand, type Consent } from './agreement';
import { differenceOf, newRun, type ChangesDeps, type Recorded, type RunQueue } from './runQueue';

/** The commands that change people who have access, any number of accounts in one run; see Outbox. */
export interface MemberChanges {
  /** See 'members.preview'. Nothing is written. */
  previewMembers(input: CheckedInput<'members.preview'>): Promise<ChannelOutput<'members.preview'>>;
  setRole(input: CheckedInput<'members.setRole'>): Promise<ChannelOutput<'members.setRole'>>;
  removeMembers(
    input: CheckedInput<'members.remove'>,
    recorded?: Recorded,
  ): Promise<ChannelOutput<'members.remove'>>;
  /** How removing them would differ from what was agreed to; null if it wouldn't. Nothing is written. */
  differenceOfRemoval(input: CheckedInput<'members.remove'>): Promise<Difference | null>;
}

export function createMemberChanges(deps: ChangesDeps, runs: RunQueue): MemberChanges {
  const { db } = deps;

  async function change(
    what: MembersChange,
    { members, ...consent }: Consent & { readonly members: readonly MemberRef[] },
    recorded?: Recorded,
  ): Promise<ChannelOutput<'members.remove'>> {
    const run = await runs.write<DraftedMembers>({
      // Nothing is ever repeated automatically: somebody may have let the person in again.
      ...newRun(deps, {
        kind: what.kind,
        whenNotSeen: 'ask',
        numbers: consent.agreed,
        confirmed: consent,
        recorded,
      }),
      batchId: null,
      draft: () => inTurns(draftMembers(db, what, members)),
      compare: ({ requests }) => differenceOf(deps, requests, consent),
      stillHolds: () => true,
    });
    if ('difference' in run) return { agreed: false, difference: run.difference };
    const { runId, operationIds } = run;
    return { agreed: true, runId, operationIds: [...operationIds], leftOut: run.draft.leftOut };
  }

  return {
    async previewMembers({ members, ...input }) {
      const what: MembersChange =
        input.change === 'setRole' ? { kind: 'setRole', role: input.role } : { kind: 'removeMember' };
      const { requests, leftOut } = await inTurns(draftMembers(db, what, members));
      const agreement = await inTurns(agreementOf(db, changesOf(requests), statedByCommand));
      return { agreement, leftOut };
    },
    setRole: ({ role, ...input }) => change({ kind: 'setRole', role }, input),
    removeMembers: (input, recorded) => change({ kind: 'removeMember' }, input, recorded),
    async differenceOfRemoval({ members, ...consent }) {
      const { requests } = await inTurns(draftMembers(db, { kind: 'removeMember' }, members));
      return differenceOf(deps, requests, consent);
    },
  };
}
