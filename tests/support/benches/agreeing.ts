import type { Batches } from '../../../main/batches/batches';
import type { BatchSender } from '../../../main/batches/sending/batchSender';
import type { Outbox } from '../../../main/outbox/outbox';
import type { Agreement, Confirmations } from '../../../shared/domain/outbox/agreement';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';

type Unasked<Input> = Omit<Input, 'agreed' | keyof Confirmations>;
type Agreed<Output> = Extract<Output, { agreed: true }>;
type ChangeOfMany<Name extends 'revoke' | 'resend' | 'inviteAgain'> = (
  input: Unasked<Parameters<Outbox[Name]>[0]>,
) => Promise<Agreed<ChannelOutput<`invitations.${Name}`>>>;

/** An outbox for a person who previews a command, and agrees to it immediately. */
export interface AgreeingOutbox extends Omit<
  Outbox,
  'create' | 'revoke' | 'resend' | 'inviteAgain' | 'changeRole' | 'retry' | 'setRole' | 'removeMembers'
> {
  create(input: Unasked<Parameters<Outbox['create']>[0]>): number[];
  readonly revoke: ChangeOfMany<'revoke'>;
  readonly resend: ChangeOfMany<'resend'>;
  readonly inviteAgain: ChangeOfMany<'inviteAgain'>;
  changeRole(input: Unasked<CheckedInput<'invitations.changeRole'>>): Promise<number[]>;
  retry(operationIds: readonly number[]): Promise<number[]>;
  setRole(input: Unasked<CheckedInput<'members.setRole'>>): Promise<number[]>;
  removeMembers(input: Unasked<CheckedInput<'members.remove'>>): Promise<number[]>;
}

export function agreeing(outbox: Outbox): AgreeingOutbox {
  const looked = async (input: CheckedInput<'invitations.preview'>) =>
    agreedTo((await outbox.preview(input)).agreement);
  return {
    ...outbox,
    create: (input) => outbox.create({ ...input, typedNumber: String(input.invitees.length) }),
    async revoke(input) {
      const consent = await looked({ change: 'revoke', invitations: input.invitations });
      return done(await outbox.revoke({ ...input, ...consent }));
    },
    async resend(input) {
      const consent = await looked({ change: 'resend', invitations: input.invitations });
      return done(await outbox.resend({ ...input, ...consent }));
    },
    async inviteAgain(input) {
      const consent = await looked({ change: 'inviteAgain', invitations: input.invitations });
      return done(await outbox.inviteAgain({ ...input, ...consent }));
    },
    async retry(operationIds) {
      const input = { operationIds: [...operationIds] };
      const { agreement } = await outbox.previewRetry(input);
      return done(await outbox.retry({ ...input, ...agreedTo(agreement) })).operationIds;
    },
    async setRole(input) {
      const { agreement } = await outbox.previewMembers({ change: 'setRole', ...input });
      return done(await outbox.setRole({ ...input, ...agreedTo(agreement) })).operationIds;
    },
    async removeMembers(input) {
      const { agreement } = await outbox.previewMembers({ change: 'remove', ...input });
      return done(await outbox.removeMembers({ ...input, ...agreedTo(agreement) })).operationIds;
    },
    async changeRole(input) {
      const { invitation, role } = input;
      const consent = await looked({ change: 'changeRole', invitation, role });
      return done(outbox.changeRole({ ...input, ...consent })).operationIds;
    },
  };
}

/** Sends what can be sent of a batch, after previewing it. */
export async function sendAgreed(
  { batches, batchSender }: { readonly batches: Batches; readonly batchSender: BatchSender },
  input: Unasked<CheckedInput<'outbox.sendBatch'>>,
): ReturnType<BatchSender['send']> {
  const { batchId, rowIds, accounts } = input;
  const { agreement } = await batches.dryRun(batchId, { rowIds, accounts });
  return batchSender.send({ ...input, ...agreedTo(agreement) });
}

/** Undoes a batch, after previewing what that revokes. */
export async function undoAgreed(
  { batchSender }: { readonly batchSender: BatchSender },
  batchId: string,
): Promise<Agreed<ChannelOutput<'outbox.undoBatch'>>> {
  const { agreement } = await batchSender.previewUndo(batchId);
  return done(await batchSender.undo({ batchId, ...agreedTo(agreement) }));
}

const agreedTo = (agreed: Agreement): Confirmations & { readonly agreed: Agreement } => ({
  agreed,
  typedNumber: String(agreed.total),
  typedShares: agreed.shares.map(({ account, total }) => ({ account, typed: String(total) })),
  confirmedSponsoredAds: agreed.sponsoredAds.map(({ account }) => account),
  confirmedYourself: agreed.yourself.map(({ connectionId, accountId, userId }) => ({
    ...{ connectionId, accountId, userId },
  })),
});

function done<Answer extends { readonly agreed: boolean }>(
  answer: Answer,
): Extract<Answer, { agreed: true }> {
  if (answer.agreed) return answer as Extract<Answer, { agreed: true }>;
  throw new Error('It was no longer what was agreed.');
}
