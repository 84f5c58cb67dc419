import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import type { Database } from '../../storage/database';
import { inTurns, type Stepwise } from '../../storage/stepwise';
import { changesOf } from '../drafting/changesOf';
import { draftRetry } from '../drafting/draftRetry';
import { draftRoleChange, roleChangesOf } from '../drafting/draftRoleChange';
import { draftInviteAgain, draftUpdate, type Drafted } from '../drafting/draftSelection';
import { agreementOf, statedByCommand } from './agreement';

/** What commands would do now, for a person to agree to. Nothing is written. */
export interface ChangePreviews {
  /** A change to selected invitations. */
  preview(input: CheckedInput<'invitations.preview'>): Promise<ChannelOutput<'invitations.preview'>>;
  /** Retrying failed operations. */
  previewRetry(input: CheckedInput<'outbox.previewRetry'>): Promise<ChannelOutput<'outbox.previewRetry'>>;
}

export const createChangePreviews = (db: Database): ChangePreviews => ({
  async preview(input) {
    if (input.change === 'changeRole') {
      const drafted = draftRoleChange(db, input);
      const agreement = await inTurns(agreementOf(db, roleChangesOf(drafted), statedByCommand));
      return { agreement, leftOut: [] };
    }
    const { requests, leftOut } = await inTurns(draftSelection(db, input));
    const agreement = await inTurns(agreementOf(db, changesOf(requests), statedByCommand));
    return { agreement, leftOut };
  },
  async previewRetry({ operationIds }) {
    const { requests } = await inTurns(draftRetry(db, operationIds));
    return { agreement: await inTurns(agreementOf(db, changesOf(requests), statedByCommand)) };
  },
});

/** Whether Amazon emails the people isn't part of the preview. */
const draftSelection = (
  db: Database,
  { change, invitations }: Exclude<CheckedInput<'invitations.preview'>, { change: 'changeRole' }>,
): Stepwise<Drafted> =>
  change === 'inviteAgain'
    ? draftInviteAgain(db, invitations, false)
    : draftUpdate(db, change, invitations, false);
