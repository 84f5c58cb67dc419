import { useState } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { ConnectionSetup } from '../../../shared/domain/redeem/redeem';
import type { CodedError } from '../../../shared/errors';
import { useIsDraft } from '../../queries/connectionDrafts';
import {
  useAddConnection,
  useConnections,
  useRemoveConnection,
  useUpdateConnection,
} from '../../queries/connections';
import {
  checkChange,
  checkNewConnection,
  draftOf,
  draftOfSetup,
  newConnection,
  type ConnectionDraft,
} from './connectionDraft';
import type { FieldErrors } from '../../components/fieldErrors';

interface ConnectionInMaking {
  readonly draft: ConnectionDraft;
  readonly change: (change: Partial<ConnectionDraft>) => void;
  readonly errors: FieldErrors;
  /** The connection nobody has signed in to, which this form continues; null where it begins a new one. */
  readonly continued: Connection | null;
  readonly discard: () => void;
  /** Stores what was typed, as long as nobody has signed in only as a draft. Does nothing while there are errors. */
  readonly store: (stored: (connection: Connection) => void) => void;
  readonly pending: boolean;
  readonly error: CodedError | null;
}

/**
 * A connection that is being made. What was typed for one that nobody could sign in to is taken up again, so that attempts
 * leave one draft behind at most.
 * @param setup what somebody sent to fill the form in with
 */
export function useConnectionDraft(setup: ConnectionSetup | null): ConnectionInMaking {
  const connections = useConnections() ?? [];
  const isDraft = useIsDraft();
  const [left, setLeft] = useState(() => (setup === null ? connections.findLast(isDraft) : undefined));
  const [draft, setDraft] = useState(() =>
    left === undefined ? (setup === null ? newConnection : draftOfSetup(setup)) : draftOf(left),
  );
  const add = useAddConnection();
  const update = useUpdateConnection();
  const remove = useRemoveConnection();
  // It may have been removed, or signed in to, elsewhere.
  const continued =
    connections.find((each) => each.connectionId === left?.connectionId && isDraft(each)) ?? null;
  const store: ConnectionInMaking['store'] = (stored) => {
    if (continued === null) {
      const { value } = checkNewConnection(draft);
      if (value !== null) add.mutate(value, { onSuccess: stored });
    } else {
      const { value } = checkChange(draft);
      const { connectionId } = continued;
      if (value !== null) update.mutate({ connectionId, change: value }, { onSuccess: stored });
    }
  };
  return {
    draft,
    change: (change) => setDraft((now) => ({ ...now, ...change })),
    errors: (continued === null ? checkNewConnection(draft) : checkChange(draft)).errors,
    continued,
    discard: () => {
      if (continued !== null) remove.mutate(continued.connectionId);
      setLeft(undefined);
      setDraft(newConnection);
    },
    store,
    pending: add.isPending || update.isPending,
    error: add.error ?? update.error ?? remove.error,
  };
}
