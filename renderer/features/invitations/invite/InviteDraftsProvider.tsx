import { useState, type ReactElement, type ReactNode } from 'react';
import { InviteDraftsContext, type InviteDrafts } from './inviteDraftsContext';

/** Keeps unsent invitations while the person looks at other screens, until the app quits. */
export function InviteDraftsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [drafts, setDrafts] = useState<InviteDrafts['drafts']>(new Map());
  return <InviteDraftsContext value={{ drafts, setDrafts }}>{children}</InviteDraftsContext>;
}
