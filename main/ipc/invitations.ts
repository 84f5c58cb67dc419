import type { Access } from '../access/access';
import type { Outbox } from '../outbox/outbox';
import type { AreaHandlers } from './handlers';

export const invitationHandlers = (access: Access, outbox: Outbox): AreaHandlers<'invitations'> => ({
  'invitations.list': (input) => access.listInvitations(input),
  'invitations.refresh': async ({ accounts }) => ({ results: await access.refreshInvitations(accounts) }),
  'invitations.create': (input) => ({ operationIds: outbox.create(input) }),
  'invitations.revoke': (input) => ({ operationIds: outbox.revoke(input) }),
  'invitations.resend': (input) => ({ operationIds: outbox.resend(input) }),
  'invitations.changeRole': (input) => ({ operationIds: outbox.changeRole(input) }),
});
