import { pluralize } from '../../text/pluralize';
import type { ErasureKind } from './erasure';

/** How many rows of a kind are about a person: "3 invitations". */
export const erasureKindText: Readonly<Record<ErasureKind, (count: number) => string>> = {
  invitations: (count) => pluralize(count, 'invitation'),
  members: (count) => pluralize(count, 'membership'),
  memberHistory: (count) =>
    pluralize(count, 'entry in the history of members', 'entries in the history of members'),
  operations: (count) => pluralize(count, 'change'),
  activity: (count) => pluralize(count, 'activity entry', 'activity entries'),
  batchRows: (count) => pluralize(count, 'batch row'),
  decisions: (count) => pluralize(count, 'identity decision'),
  leavers: (count) => pluralize(count, 'removal as a leaver', 'removals as a leaver'),
  directory: (count) => pluralize(count, 'directory entry', 'directory entries'),
  savedViews: (count) => pluralize(count, 'saved view'),
  mentions: (count) => pluralize(count, 'stored request or mention', 'stored requests or mentions'),
};
