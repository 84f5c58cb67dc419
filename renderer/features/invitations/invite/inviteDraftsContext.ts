import { createContext, use, useCallback, type Dispatch, type SetStateAction } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import { emptyDraft, type InviteDraft } from './inviteDraft';
import { accountRefKey } from '../../../../shared/util/accountKey';

export interface InviteDrafts {
  /** By account; an account without an entry has no draft. */
  readonly drafts: ReadonlyMap<string, InviteDraft>;
  readonly setDrafts: Dispatch<SetStateAction<ReadonlyMap<string, InviteDraft>>>;
}

export const InviteDraftsContext = createContext<InviteDrafts | null>(null);

export type ChangeDraft = (change: (draft: InviteDraft) => InviteDraft) => void;

/** The unsent invitations of one account and their setter, which keeps its identity. */
export function useInviteDraft(account: AccountRef): readonly [InviteDraft, ChangeDraft] {
  const context = use(InviteDraftsContext);
  if (context === null) throw new Error('useInviteDraft needs an InviteDraftsProvider above it');
  const { drafts, setDrafts } = context;
  const key = accountRefKey(account);
  const change: ChangeDraft = useCallback(
    (changed) => {
      setDrafts((now) => new Map(now).set(key, changed(now.get(key) ?? emptyDraft)));
    },
    [key, setDrafts],
  );
  return [drafts.get(key) ?? emptyDraft, change];
}
