import type { Access } from '../access/access';
import type { Outbox } from '../outbox/outbox';
import type { AreaHandlers } from './handlers';

export const invitationHandlers = (access: Access, outbox: Outbox): AreaHandlers<'invitations'> => ({
  'invitations.list': (input) => access.listInvitations(input),
  'invitations.values': (input) => access.valuesOf(input),
  'invitations.overview': () => access.overview(),
  'invitations.details': ({ invitation }) => access.details(invitation),
  'invitations.ask': ({ invitation }) => access.ask(invitation),
  'invitations.refresh': async ({ accounts }) => ({ results: await access.refreshInvitations(accounts) }),
  'invitations.create': (input) => ({ operationIds: outbox.create(input) }),
  'invitations.revoke': (input) => ({ operationIds: outbox.revoke(input) }),
  'invitations.resend': (input) => ({ operationIds: outbox.resend(input) }),
  'invitations.inviteAgain': (input) => ({ operationIds: outbox.inviteAgain(input) }),
  'invitations.changeRole': (input) => ({ operationIds: outbox.changeRole(input) }),
});
