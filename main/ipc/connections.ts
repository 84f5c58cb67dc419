import type { Connections } from '../connections/types';
import { confirmEndpoints, type Ask } from './confirmedEndpoints';
import type { AreaHandlers } from './handlers';

interface ConnectionDeps {
  readonly connections: Connections;
  readonly ask: Ask;
  /** Rejects with a CodedError INPUT_NEEDED unless a person has just acted in our window. */
  readonly mayOpenBrowser: () => Promise<void>;
}

export const connectionHandlers = ({
  connections,
  ask,
  mayOpenBrowser,
}: ConnectionDeps): AreaHandlers<'connections'> => ({
  'connections.list': () => ({ connections: connections.list() }),
  'connections.add': async (input) => {
    await confirmEndpoints(input, ask);
    return { connection: await connections.add(input) };
  },
  'connections.update': async ({ connectionId, change }) => ({
    connection: await connections.update(connectionId, change),
  }),
  'connections.addSandbox': ({ identity }) => ({ connection: connections.addSandbox(identity ?? null) }),
  'connections.signIn': async ({ connectionId, acceptUserId }) => {
    await mayOpenBrowser();
    return { connection: await connections.signIn(connectionId, { acceptUserId }) };
  },
  'connections.signInLink': ({ connectionId }) => ({ link: connections.signInLink(connectionId) }),
  'connections.confirmIdentity': ({ connectionId, userId }) => ({
    connection: connections.confirmIdentity(connectionId, userId),
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
