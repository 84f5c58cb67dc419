import type { ConnectionInput } from '../../shared/domain/connection/connection';
import type { Endpoints } from '../../shared/domain/connection/region';
import { CodedError } from '../../shared/errors';
import { ipcErrorText } from './ipcErrorText';
import { dialogsText } from './dialogsText';

/** Asks a person outside the page. Resolves with true only if they agree. */
export type Ask = (question: {
  readonly message: string;
  readonly detail: string;
  readonly agree: string;
}) => Promise<boolean>;

/**
 * Has a person confirm the servers of a new connection if they aren't Amazon's. It asks where the page's command arrives: a
 * compromised page must not be able to send sign-ins elsewhere.
 * @throws CodedError NOT_CONFIRMED
 */
export async function confirmEndpoints(
  { endpoints, clientId }: Pick<ConnectionInput, 'endpoints' | 'clientId'>,
  ask: Ask,
): Promise<void> {
  if (endpoints === undefined) return;
  const agreed = await ask({
    message: dialogsText.otherServers,
    detail: dialogsText.otherServersDetail(serversIn(endpoints), clientId),
    agree: dialogsText.useServers,
  });
  if (!agreed) throw notConfirmed();
}

/** One line per server, with its purpose. */
function serversIn({ authorizeUrl, tokenUrl, profileUrl, apiUrl }: Endpoints): string {
  const uses = [
    [dialogsText.signInPage, authorizeUrl],
    [dialogsText.tokens, tokenUrl],
    [dialogsText.profile, profileUrl],
    [dialogsText.adsApi, apiUrl],
  ] as const;
  const byServer = new Map<string, string[]>();
  for (const [use, address] of uses) {
    const { origin } = new URL(address);
    byServer.set(origin, [...(byServer.get(origin) ?? []), use]);
  }
  return [...byServer].map(([origin, all]) => `${origin} (${all.join(', ')})`).join('\n');
}

const notConfirmed = (): CodedError =>
  new CodedError({
    code: 'NOT_CONFIRMED',
    message: ipcErrorText.notConfirmed,
    retryable: true,
  });
