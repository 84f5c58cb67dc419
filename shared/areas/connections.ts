import { z } from 'zod';
import type { AreaChannels } from '../channelSpec';
import { connection, connectionChange, connectionInput } from '../domain/connection';
import { nothing, connectionId } from './common';

const oneConnection = z.object({ connection });

/** Ways in to accounts. */
export const connectionsChannels = {
  'connections.list': { input: nothing, output: z.object({ connections: z.array(connection) }) },
  'connections.add': { input: connectionInput, output: oneConnection },
  'connections.update': { input: connectionId.extend({ change: connectionChange }), output: oneConnection },
  'connections.addSandbox': {
    /** `identity`: the sandbox person the authorize page proposes. */
    input: z.strictObject({ identity: z.string().max(80).optional() }),
    output: oneConnection,
  },
  /**
   * Answers when the sign-in has ended, well or not. Meanwhile `connections.list` shows `pendingSignIn`.
   * `acceptOtherIdentity` confirms that another Amazon user may take this connection over.
   */
  'connections.signIn': {
    input: connectionId.extend({ acceptOtherIdentity: z.boolean().optional() }),
    output: oneConnection,
  },
  'connections.cancelSignIn': { input: connectionId, output: z.object({}) },
  'connections.signOut': { input: connectionId, output: oneConnection },
  'connections.remove': { input: connectionId, output: z.object({}) },
} satisfies AreaChannels<'connections'>;
