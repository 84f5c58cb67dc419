import {
  connectionChange,
  connectionInput,
  defaultReturnPort,
  type Connection,
  type ConnectionChange,
  type ConnectionInput,
} from '../../../shared/domain/connection/connection';
import type { ConnectionSetup } from '../../../shared/domain/redeem/redeem';
import type { Region } from '../../../shared/domain/connection/region';
import { connectionsText } from './connectionsText';
import { fieldErrorsOf, type FieldErrors } from '../../components/fieldErrors';

/** What happens to a stored client secret when a connection is edited. */
export type SecretPlan = 'keep' | 'replace' | 'forget';

export const endpointFields = ['authorizeUrl', 'tokenUrl', 'profileUrl', 'apiUrl'] as const;
export type EndpointField = (typeof endpointFields)[number];

/** A connection as typed so far; everything is text until it is checked. */
export interface ConnectionDraft {
  readonly label: string;
  readonly region: Region | null;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly secretPlan: SecretPlan;
  readonly returnPort: string;
  readonly endpoints: Readonly<Record<EndpointField, string>>;
}

export const newConnection: ConnectionDraft = {
  label: '',
  region: null,
  clientId: '',
  clientSecret: '',
  secretPlan: 'replace',
  returnPort: String(defaultReturnPort),
  endpoints: { authorizeUrl: '', tokenUrl: '', profileUrl: '', apiUrl: '' },
};

export const draftOf = (connection: Connection): ConnectionDraft => ({
  ...newConnection,
  label: connection.label,
  region: connection.region,
  clientId: connection.clientId,
  secretPlan: connection.hasClientSecret ? 'keep' : 'replace',
  returnPort: String(connection.returnPort),
});

/** A form filled in from somebody else's setup; missing fields are as in an empty form. */
export const draftOfSetup = ({ label, region, clientId, returnPort }: ConnectionSetup): ConnectionDraft => ({
  ...newConnection,
  label,
  region,
  clientId,
  ...(returnPort === undefined ? {} : { returnPort: String(returnPort) }),
});

/** Either the checked input or the errors by field. */
export type Checked<T> =
  | { readonly value: T; readonly errors: FieldErrors }
  | { readonly value: null; readonly errors: FieldErrors };

/** Checks a new connection by main's own schema. An empty secret means that there is none. */
export function checkNewConnection(draft: ConnectionDraft): Checked<ConnectionInput> {
  const { label, region, clientId, clientSecret, endpoints } = draft;
  const custom = Object.values(endpoints).some((url) => url.trim() !== '');
  const result = connectionInput.safeParse({
    label,
    region: region ?? undefined,
    clientId,
    ...(clientSecret.trim() === '' ? {} : { clientSecret }),
    returnPort: portOf(draft),
    ...(custom ? { endpoints: trimmed(endpoints) } : {}),
  });
  return { value: result.success ? result.data : null, errors: fieldErrorsOf(result) };
}

/** The same for changes of a connection. */
export function checkChange(draft: ConnectionDraft): Checked<ConnectionChange> {
  const { label, region, clientId, clientSecret, secretPlan } = draft;
  const replaced = secretPlan === 'replace' && clientSecret.trim() !== '';
  const result = connectionChange.safeParse({
    label,
    region: region ?? undefined,
    clientId,
    returnPort: portOf(draft),
    ...(replaced ? { clientSecret } : {}),
    ...(secretPlan === 'forget' ? { clientSecret: null } : {}),
  });
  return { value: result.success ? result.data : null, errors: fieldErrorsOf(result) };
}

/**
 * What seems wrong with a client ID as it is typed, before anybody is asked; null where nothing does. Login with Amazon's are
 * all of one form; where a simulator is asked instead, any will do.
 */
export function clientIdWarning({
  clientId,
  endpoints,
}: Pick<ConnectionDraft, 'clientId' | 'endpoints'>): string | null {
  const text = clientId.trim();
  if (Object.values(endpoints).some((url) => url.trim() !== '')) return null;
  if (
    text === '' ||
    clientIdPrefix.startsWith(text) ||
    /^amzn1\.application-oa2-client\.[0-9a-z]+$/i.test(text)
  ) {
    return null;
  }
  if (/^amzn1\.oa2-cs\./i.test(text)) return connectionsText.clientIdIsSecret;
  if (/^amzn1\.application\./i.test(text)) return connectionsText.clientIdIsApplication;
  return connectionsText.clientIdUnlikely(clientIdPrefix);
}

const clientIdPrefix = 'amzn1.application-oa2-client.';

/** Text that is no whole number becomes 0, which the schema refuses with the sentence that names the range. */
export const portOf = ({ returnPort }: ConnectionDraft): number =>
  /^\d+$/.test(returnPort.trim()) ? Number(returnPort) : 0;

const trimmed = (endpoints: ConnectionDraft['endpoints']): Record<string, string> =>
  Object.fromEntries(Object.entries(endpoints).map(([field, url]) => [field, url.trim()]));
