import { identityName, type Identity } from '../../shared/domain/connection/connection';
import { CodedError } from '../../shared/errors';
import type { StoredConnection } from './connectionStore';
import type { WhoSignedIn } from './signIn/signIn';
import { connectionsErrorText } from './connectionsErrorText';

type Belongs = Pick<StoredConnection, 'identity' | 'identityConfirmed'>;

/**
 * The owner of the connection after a sign-in. Once a person has confirmed their identity, only that Amazon user, or the one in
 * `acceptUserId`, is accepted; nobody else counts as them, least of all a user whom Amazon can't name.
 * @param acceptUserId the Amazon user a person has confirmed; null: one whom Amazon doesn't name
 * @throws CodedError OTHER_IDENTITY, with the user ID as `details` if Amazon gave it; or why Amazon couldn't be asked
 */
export function identityAfter(
  before: Belongs,
  who: WhoSignedIn,
  acceptUserId: string | null | undefined,
): Belongs {
  const owner = before.identityConfirmed ? before.identity : null;
  switch (who.kind) {
    case 'known': {
      const { identity } = who;
      const accepted = owner?.userId === identity.userId || acceptUserId === identity.userId;
      if (owner !== null && !accepted) throw otherIdentity(owner, identity);
      return { identity, identityConfirmed: accepted };
    }
    case 'untold':
      if (owner !== null && acceptUserId !== null) throw untold(owner);
      return nobody;
    case 'unread':
      if (owner !== null) throw unread(owner, who.error);
      return nobody;
  }
}

const nobody: Belongs = { identity: null, identityConfirmed: false };

function otherIdentity(owner: Identity, now: Identity): CodedError {
  const alike = identityName(owner) === identityName(now);
  const name = (who: Identity): string =>
    alike ? `${identityName(who)} (${who.userId})` : identityName(who);
  return new CodedError({
    code: 'OTHER_IDENTITY',
    message: connectionsErrorText.otherIdentity(name(now), name(owner)),
    retryable: true,
    details: now.userId,
  });
}

const untold = (owner: Identity): CodedError =>
  new CodedError({
    code: 'OTHER_IDENTITY',
    message: connectionsErrorText.untold(identityName(owner)),
    retryable: true,
  });

const unread = (owner: Identity, { code, message }: CodedError): CodedError =>
  new CodedError({
    code,
    message: connectionsErrorText.unread(identityName(owner)),
    retryable: true,
    details: message,
  });
