import { amazonEndpoints, type Endpoints } from '../../shared/domain/connection/region';
import type { SecretPlace } from '../secrets/boundSecret';
import type { StoredConnection } from './connectionStore';

/**
 * Where a connection's secrets may be sent. It is derived from the addresses the connection would use now, never from a stored
 * note, so that different addresses are a different place.
 */
export function secretPlaceOf({
  kind,
  endpoints,
  region,
}: Pick<StoredConnection, 'kind' | 'endpoints' | 'region'>): SecretPlace {
  // The app starts the sandbox itself, on a different port each time.
  if (kind === 'sandbox') return { realm: 'sandbox', hosts: [], sameOwner: [] };
  if (endpoints !== null) {
    return { realm: new URL(endpoints.apiUrl).origin, hosts: originsOf(endpoints), sameOwner: [] };
  }
  return {
    realm: 'amazon',
    hosts: originsOf(amazonEndpoints[region]),
    // Tokens are valid in every region (amazon-api §4), so a connection may move between them.
    sameOwner: Object.values(amazonEndpoints).flatMap(originsOf),
  };
}

const originsOf = ({ authorizeUrl, tokenUrl, profileUrl, apiUrl }: Endpoints): string[] => [
  ...new Set([authorizeUrl, tokenUrl, profileUrl, apiUrl].map((url) => new URL(url).origin)),
];
