import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { connection, connectionChange, connectionInput } from '../domain/connection/connection';
import { nothing, connectionId } from './common';

const oneConnection = z.object({ connection });

/** Connections to accounts. */
export const connectionsChannels = {
  'connections.list': { input: nothing, output: z.object({ connections: z.array(connection) }) },
  'connections.add': { input: connectionInput, output: oneConnection },
  'connections.update': { input: connectionId.extend({ change: connectionChange }), output: oneConnection },
  'connections.addSandbox': {
    /** `identity`: the sandbox person that the authorize page suggests. */
    input: z.strictObject({ identity: z.string().max(80).optional() }),
    output: oneConnection,
  },
  /**
   * Answers when the sign-in ends, successfully or not. Until then `connections.list` shows `pendingSignIn`. If a different
   * Amazon user signs in than before, it ends with OTHER_IDENTITY and that user's ID as `details` (none if Amazon doesn't name
   * the user). `acceptUserId` confirms that this user, or null for one without a name, may take the connection over.
   */
  'connections.signIn': {
    input: connectionId.extend({ acceptUserId: z.string().max(256).nullable().optional() }),
    output: oneConnection,
  },
  /** A fresh link for a pending sign-in, to open once in a browser on this computer. The previous link stops working. */
  'connections.signInLink': { input: connectionId, output: z.object({ link: z.string() }) },
  /** A person confirms being the Amazon user who signed in; for "no", sign out. */
  'connections.confirmIdentity': {
    input: connectionId.extend({ userId: z.string().max(256) }),
    output: oneConnection,
  },
  'connections.cancelSignIn': { input: connectionId, output: z.object({}) },
  'connections.signOut': { input: connectionId, output: oneConnection },
  'connections.remove': { input: connectionId, output: z.object({}) },
} satisfies AreaChannels<'connections'>;
