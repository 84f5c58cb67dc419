import { basename } from 'node:path';
import type { Access } from '../access/types';
import { exportFileName } from '../exporting/invitations/fileName';
import { filterTexts } from '../exporting/invitations/filterWords';
import type { InvitationsExport } from '../exporting/request';
import type { Outbox } from '../outbox/outbox';
import type { ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';
import { dialogsText } from './dialogsText';

interface InvitationDeps {
  readonly access: Access;
  readonly outbox: Outbox;
  readonly chooseNewFile: ShowSaveFileDialog;
  /** Writes the file. @returns how many invitations are in it */
  readonly exportInvitations: (request: InvitationsExport) => Promise<number>;
  /** ms since 1970. */
  readonly now: () => number;
}

export const invitationHandlers = ({
  access,
  outbox,
  chooseNewFile,
  exportInvitations,
  now,
}: InvitationDeps): AreaHandlers<'invitations'> => ({
  'invitations.list': async (input) => {
    await access.concludeMembers();
    return access.listInvitations(input);
  },
  'invitations.values': (input) => access.valuesOf(input),
  'invitations.overview': ({ dayBounds }) => access.overview(dayBounds),
  'invitations.details': ({ invitation }) => access.details(invitation),
  'invitations.byColleagues': (input) => access.byColleagues(input),
  'invitations.ask': ({ invitation }) => access.ask(invitation),
  'invitations.export': async (input) => {
    const at = now();
    const filterTextParts = filterTexts(input, {
      account: (account) => access.accountName(account),
      connection: (connectionId) => access.connectionLabel(connectionId),
      group: (groupId) => access.groupName(groupId),
    });
    const file = await chooseNewFile({
      title: dialogsText.exportInvitations,
      name: exportFileName(filterTextParts, at, input.format),
    });
    if (file === null) return { saved: false, invitations: 0 };
    const invitations = await exportInvitations({ ...input, file, now: at });
    return { saved: true, fileName: basename(file), invitations };
  },
  'invitations.refresh': async ({ accounts }) => ({ results: await access.refreshInvitations(accounts) }),
  'invitations.create': (input) => ({ operationIds: outbox.create(input) }),
  'invitations.inviteToAccounts': (input) => outbox.inviteToAccounts(input),
  'invitations.preview': (input) => outbox.preview(input),
  'invitations.revoke': (input) => outbox.revoke(input),
  'invitations.resend': (input) => outbox.resend(input),
  'invitations.inviteAgain': (input) => outbox.inviteAgain(input),
  'invitations.changeRole': (input) => outbox.changeRole(input),
});
