import type { ConnectionStore, StoredConnection } from './connectionStore';

/** Whether a connection stays with the Amazon user it has. One that had none yet has nobody's name to act under. */
export const isSameUser = (
  before: Pick<StoredConnection, 'identity'>,
  after: Pick<StoredConnection, 'identity'>,
): boolean => before.identity === null || before.identity.userId === after.identity?.userId;

/**
 * Stores the tokens of a connection's next user while the connection counts as signed out. Keychain and database can't
 * change in one step: if the program ends in between, the new user's token must not work under the old user's name.
 * @param store takes the tokens and, in its last step, the user; when it rejects, all is as before
 */
export async function asNobodys(
  connections: ConnectionStore,
  { connectionId, state, renewable }: StoredConnection,
  store: () => Promise<void>,
): Promise<void> {
  if (state === 'signedIn') connections.change(connectionId, { state: 'signInAgain', renewable: false });
  try {
    await store();
  } catch (error) {
    const isAsLeft =
      connections.all().find((each) => each.connectionId === connectionId)?.state === 'signInAgain';
    if (isAsLeft) connections.change(connectionId, { state, renewable });
    throw error;
  }
}
