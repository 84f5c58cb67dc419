import type { Endpoints } from '../../shared/domain/connection/region';

/** The one client registered with the sandbox. Nobody's secret: it only opens sample data on this machine. */
export const sandboxClient = {
  clientId: 'amzn1.application-oa2-client.sandbox',
  clientSecret: 'amzn1.oa2-cs.v1.sandbox',
} as const;

/** The page of a running sandbox on which an account's admins add people to instances. */
export const sandboxConsole = (origin: string, accountId: string): string =>
  `${origin}/console/${encodeURIComponent(accountId)}`;

/**
 * The addresses of a running sandbox, in the form every connection uses.
 * @param origin as the sandbox announced it, for example `http://127.0.0.1:53124`
 */
export function sandboxEndpoints(origin: string): Endpoints {
  return {
    authorizeUrl: `${origin}/ap/oa`,
    tokenUrl: `${origin}/auth/o2/token`,
    profileUrl: `${origin}/user/profile`,
    apiUrl: origin,
  };
}
