import type { Connection } from '../../shared/domain/connection/connection';
import { mailboxKey } from '../../shared/domain/invitation/person';
import type { Region } from '../../shared/domain/connection/region';

/**
 * The connection an invitation will be redeemed through: the one a person selected, otherwise one that fits. The best fit is one
 * of the invited person, then one that is signed in. A link influences only the region.
 * @param invitedAddress from Amazon; null while unknown
 * @returns null if none fits
 */
export function connectionFor(
  link: { readonly region: Region | null; readonly connectionId: string | null },
  connections: readonly Connection[],
  invitedAddress: string | null,
): Connection | null {
  const selected = connections.find(({ connectionId }) => connectionId === link.connectionId);
  if (selected !== undefined) return selected;
  const fitting = connections.filter(({ region }) => link.region === null || region === link.region);
  const isInvited = ({ identity }: Connection): boolean =>
    invitedAddress !== null &&
    identity?.email !== undefined &&
    mailboxKey(identity.email) === mailboxKey(invitedAddress);
  const isSignedIn = ({ state }: Connection): boolean => state === 'signedIn';
  return (
    fitting.find((each) => isInvited(each) && isSignedIn(each)) ??
    fitting.find(isSignedIn) ??
    fitting.find(isInvited) ??
    fitting[0] ??
    null
  );
}
