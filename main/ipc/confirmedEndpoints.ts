import type { ConnectionInput } from '../../shared/domain/connection/connection';
import type { Endpoints } from '../../shared/domain/connection/region';
import { CodedError } from '../../shared/errors';
import { ipcErrorText } from './ipcErrorText';

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
    message: 'Connect to servers that aren’t Amazon’s?',
    detail: `This connection would sign you in and send every change through:\n\n${serversIn(endpoints)}\n\nClient ID: ${clientId}\n\nContinue only if you entered these addresses yourself.`,
    agree: 'Use These Servers',
  });
  if (!agreed) throw notConfirmed();
}

/** One line per server, with its purpose. */
function serversIn({ authorizeUrl, tokenUrl, profileUrl, apiUrl }: Endpoints): string {
  const uses = [
    ['sign-in page', authorizeUrl],
    ['tokens', tokenUrl],
    ['profile', profileUrl],
    ['Amazon Ads API', apiUrl],
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
