import type { Connections } from '../connections/connections';
import type { AreaHandlers } from './handlers';

export const connectionHandlers = (connections: Connections): AreaHandlers<'connections'> => ({
  'connections.list': () => ({ connections: connections.list() }),
  'connections.add': async (input) => ({ connection: await connections.add(input) }),
  'connections.update': async ({ connectionId, change }) => ({
    connection: await connections.update(connectionId, change),
  }),
  'connections.addSandbox': ({ identity }) => ({ connection: connections.addSandbox(identity ?? null) }),
  'connections.signIn': async ({ connectionId, acceptOtherIdentity }) => ({
    connection: await connections.signIn(connectionId, { acceptOtherIdentity: acceptOtherIdentity ?? false }),
  }),
  'connections.cancelSignIn': ({ connectionId }) => {
    connections.cancelSignIn(connectionId);
    return {};
  },
  'connections.signOut': async ({ connectionId }) => ({
    connection: await connections.signOut(connectionId),
  }),
  'connections.remove': async ({ connectionId }) => {
    await connections.remove(connectionId);
    return {};
  },
});
