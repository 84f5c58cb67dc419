import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Agreement, Difference } from '../../shared/domain/outbox/agreement';
import type { Exclusion } from '../../shared/domain/invitation/exclusions';
import type { MemberExclusion } from '../../shared/domain/member/memberExclusions';
import type { CodedError } from '../../shared/errors';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';

/** What a person is shown before agreeing. It stays as shown, whatever changes behind it, until main says so. */
export interface Shown<Preview> {
  /** Undefined until the first answer. */
  readonly preview: Preview | undefined;
  readonly agreement: Agreement | undefined;
  readonly error: CodedError | null;
  /** How it differs from what was agreed to before; null if that wasn't tried. */
  readonly difference: Difference | null;
  /** Shows what would be done now instead. */
  readonly differs: (difference: Difference) => void;
}

/** @param input the change; another `key` is another change. Null asks nothing. */
export const useSelectionAgreement = (
  key: string,
  input: ChannelInput<'invitations.preview'> | null,
): Shown<{ readonly leftOut: readonly Exclusion[] }> =>
  useShown(key, input === null ? null : () => api.invitations.preview(input));

/** @param input the change; another `key` is another change. Null asks nothing. */
export const useMembersAgreement = (
  key: string,
  input: ChannelInput<'members.preview'> | null,
): Shown<{ readonly leftOut: readonly MemberExclusion[] }> =>
  useShown(key, input === null ? null : () => api.members.preview(input));

export const useUndoAgreement = (batchId: string): Shown<Pick<ChannelOutput<'outbox.previewUndo'>, 'kept'>> =>
  useShown(batchId, () => api.outbox.previewUndo({ batchId }));

/** @param operationIds the failed operations to retry; constant while it is on screen */
export const useRetryAgreement = (operationIds: readonly number[]): Shown<object> =>
  useShown(
    operationIds.length === 0 ? '' : `${String(operationIds[0])} ${String(operationIds.length)}`,
    operationIds.length === 0 ? null : () => api.outbox.previewRetry({ operationIds: [...operationIds] }),
  );

function useShown<Preview extends { readonly agreement: Agreement }>(
  key: string,
  load: (() => Promise<Preview>) | null,
): Shown<Preview> {
  const [later, setLater] = useState<{ readonly key: string; readonly difference: Difference } | null>(null);
  const looking = useMutation<Preview, CodedError, string>({
    mutationFn: () => load?.() ?? Promise.reject(new Error('There is nothing to look at.')),
  });
  const look = useEffectEvent(() => {
    if (load !== null) looking.mutate(key);
  });
  useEffect(() => {
    look();
  }, [key]);
  const isCurrent = looking.variables === key;
  const difference = later?.key === key ? later.difference : null;
  const preview = isCurrent ? looking.data : undefined;
  return {
    preview,
    agreement: difference?.now ?? preview?.agreement,
    error: isCurrent ? looking.error : null,
    difference,
    differs(found) {
      setLater({ key, difference: found });
      // Returns who is left out now.
      looking.mutate(key);
    },
  };
}
