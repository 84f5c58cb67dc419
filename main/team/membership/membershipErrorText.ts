import type { OpenChanges } from '../../../shared/domain/team/teamStatus';
import { openText } from '../../../shared/domain/team/openText';

/** Error messages of this folder: what happened and what to do. */
export const membershipErrorText = {
  noTeam: 'This app belongs to no team. Join one in Settings, under Team.',
  otherTeam: (joined: string, other: string) =>
    `This app belongs to the team ${joined}, and that database is of the team ${other}. Leave ${joined} first.`,
  sandbox: 'Accounts of the sandbox on this computer can’t be shared: each computer has its own.',
  notEnded: (open: OpenChanges) =>
    `In these accounts, ${openText(open)}. Stop what waits, and resolve what is unconfirmed, under Operations; then stop sharing them.`,
  moreOpen: (open: OpenChanges) =>
    `By now, ${openText(open)} in shared accounts. Look at that, then leave again.`,
  noAccount: 'One of these accounts is no longer known here. Nothing was shared.',
  movedPassword:
    'The stored password belongs to another database server, so it wasn’t used. If you didn’t expect that, someone may have changed this app’s data. Leave the team and join it again.',
};
