import { createContext, use, useCallback, useState, type Dispatch, type SetStateAction } from 'react';
import { draftAt, type InviteDraft, type InviteStart } from './inviteDraft';
import { accountRefKey } from '../../../../shared/util/accountKey';

export interface InviteDrafts {
  /** By what the form was opened for; without an entry nothing is drafted there. */
  readonly drafts: ReadonlyMap<string, InviteDraft>;
  readonly setDrafts: Dispatch<SetStateAction<ReadonlyMap<string, InviteDraft>>>;
}

export const InviteDraftsContext = createContext<InviteDrafts | null>(null);

export type ChangeDraft = (change: (draft: InviteDraft) => InviteDraft) => void;

/**
 * The unsent invitations and the way to change them, which keeps its identity.
 * @param start what the form was opened for; something else needs another form
 */
export function useInviteDraft(start: InviteStart): readonly [InviteDraft, ChangeDraft] {
  const context = use(InviteDraftsContext);
  if (context === null) throw new Error('useInviteDraft needs an InviteDraftsProvider above it');
  const { drafts, setDrafts } = context;
  const [{ key, begin }] = useState(() => ({
    key: keyOf(start),
    begin: draftAt(start),
  }));
  const change: ChangeDraft = useCallback(
    (changed) => {
      setDrafts((now) => new Map(now).set(key, changed(now.get(key) ?? begin)));
    },
    [key, begin, setDrafts],
  );
  return [drafts.get(key) ?? begin, change];
}

function keyOf({ opened, again }: InviteStart): string {
  if (again !== null) return `again ${JSON.stringify(again)}`;
  return opened === null ? '' : accountRefKey(opened);
}
