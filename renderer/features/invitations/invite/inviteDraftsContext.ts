import { createContext, use, useCallback, useState, type Dispatch, type SetStateAction } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import { draftFor, type InviteDraft } from './inviteDraft';
import { accountRefKey } from '../../../../shared/util/accountKey';

export interface InviteDrafts {
  /** By the account that the form was opened for; without an entry nothing is drafted there. */
  readonly drafts: ReadonlyMap<string, InviteDraft>;
  readonly setDrafts: Dispatch<SetStateAction<ReadonlyMap<string, InviteDraft>>>;
}

export const InviteDraftsContext = createContext<InviteDrafts | null>(null);

export type ChangeDraft = (change: (draft: InviteDraft) => InviteDraft) => void;

/**
 * The unsent invitations and the way to change them, which keeps its identity.
 * @param opened the account that the form was opened for, null for none in particular; another one needs another form
 */
export function useInviteDraft(opened: AccountRef | null): readonly [InviteDraft, ChangeDraft] {
  const context = use(InviteDraftsContext);
  if (context === null) throw new Error('useInviteDraft needs an InviteDraftsProvider above it');
  const { drafts, setDrafts } = context;
  const [{ key, begin }] = useState(() => ({
    key: opened === null ? '' : accountRefKey(opened),
    begin: draftFor(opened),
  }));
  const change: ChangeDraft = useCallback(
    (changed) => {
      setDrafts((now) => new Map(now).set(key, changed(now.get(key) ?? begin)));
    },
    [key, begin, setDrafts],
  );
  return [drafts.get(key) ?? begin, change];
}
