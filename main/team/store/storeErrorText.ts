import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import type { StoreProblem } from './storeProblem';

/** The English of what goes wrong with the team's store: what happened and what to do. */
export const storeErrorText: Record<StoreProblem, (address: StoreAddress) => string> = {
  hostUnknown: ({ host }) =>
    `There’s no computer called ${host}, as far as this network knows (DNS). Check the host’s name, that you’re online, and that your VPN is connected if you use one.`,
  portRefused: (address) =>
    `${placeOf(address)} doesn’t accept connections. Check host and port. If they’re right, PostgreSQL isn’t running there, or a firewall blocks it: ask who runs your team’s database.`,
  noRoute: ({ host }) =>
    `This network doesn’t reach ${host}. Connect to a network, or to your VPN, and try again.`,
  noAnswer: (address) =>
    `${placeOf(address)} doesn’t answer. A firewall may block it, or the server is down. If you use a VPN, check that it’s connected.`,
  noTls: (address) =>
    `The database on ${placeOf(address)} doesn’t offer encryption (TLS), so nothing was sent. Ask who runs it to turn TLS on.`,
  notPostgres: (address) =>
    `What answers on ${placeOf(address)} doesn’t speak PostgreSQL with encryption. Check host and port.`,
  certificateExpired: ({ host }) =>
    `The certificate of ${host} has expired. Ask who runs the database to renew it. If it’s current, correct this computer’s clock.`,
  certificateEarly: ({ host }) =>
    `The certificate of ${host} isn’t valid yet. Correct this computer’s clock, or ask who runs the database.`,
  certificateName: ({ host }) =>
    `The certificate belongs to another server, not to ${host}. Use the host’s name exactly as the certificate has it. If it should match, something may be between you and the database.`,
  certificateUnknown: ({ host, caFile }) =>
    caFile === null
      ? `The certificate of ${host} comes from an authority this computer doesn’t know. Ask who runs the database for the file of its authority, and select it.`
      : `The certificate of ${host} isn’t from the authority in the selected file. Ask who runs the database for the right file.`,
  tlsFailed: ({ host }) =>
    `No encrypted connection to ${host} could be agreed on. The server needs TLS 1.2 or later: ask who runs it.`,
  caFileUnread: ({ caFile }) =>
    `The file of the certificate authority can’t be read: ${caFile ?? ''}. Put it back, or select it again.`,
  caFileEmpty: ({ caFile }) =>
    `There’s no certificate in ${caFile ?? ''}. Select a PEM file, which starts with “-----BEGIN CERTIFICATE-----”.`,
  unsafeLogin: ({ host }) =>
    `The database on ${host} doesn’t ask for the password in the safe form (SCRAM), so it wasn’t sent. Ask who runs it to use scram-sha-256 for your login, and to set your password again.`,
  falseServer: ({ host }) =>
    `The server on ${host} couldn’t prove that it knows your login, so the connection was ended. It may not be your team’s database.`,
  wrongPassword: ({ login }) =>
    `The database doesn’t accept this password for the login ${login}. Check both. If they’re right, the login may have expired.`,
  notAdmitted: ({ login, host }) =>
    `The database on ${host} doesn’t admit ${login} from this computer. Ask who runs it to allow the login (in pg_hba.conf), with encryption.`,
  noDatabase: ({ database, host }) => `There’s no database called ${database} on ${host}. Check its name.`,
  mayNotConnect: ({ login, database }) =>
    `The login ${login} may not open the database ${database}. Ask a team administrator for the right to connect.`,
  pooler: ({ host }) =>
    `${host} didn’t understand how this program connects. If it’s a connection pooler, use the address of PostgreSQL itself.`,
  tooManyConnections: () =>
    'The team’s database has no connection left. Try again in a moment. If it stays so, a team administrator can allow more.',
  stopping: () => 'The team’s database was stopped. Try again when it’s back.',
  starting: () => 'The team’s database is starting or stopping. Try again in a moment.',
  serverOld: () =>
    'The server’s PostgreSQL is too old: version 15 or later is needed. Ask who runs the database to update it.',
  noRight: ({ login }) =>
    `The team’s database doesn’t allow ${login} to do this. A team administrator can give you the right.`,
  notMember: ({ login }) => `${login} isn’t a member of the team yet. A team administrator adds you.`,
  noSchema: () => 'The database isn’t set up for a team. A team administrator sets it up.',
  schemaOld: () =>
    'The team’s database is older than this program. A team administrator brings it up to date.',
  schemaNew: () => 'The team’s database is newer than this program. Update AMC Access Manager.',
  readOnly: () =>
    'The team’s database can only be read at the moment. It may be a standby, or somebody is working on it. Try again later.',
  diskFull: () => 'The disk of the team’s database is full. Ask who runs it to make room.',
  overloaded: () => 'The team’s database is too busy. Try again in a moment.',
  slow: () => 'The team’s database took too long to answer. Try again in a moment.',
  cut: () => 'The connection to the team’s database broke. Whether the last step was done isn’t known yet.',
  notAccepted: () =>
    'The team’s database didn’t accept what this program wrote. Update AMC Access Manager, and report it if that doesn’t help.',
  unknown: ({ host }) => `The team’s database on ${host} doesn’t answer as expected. Try again in a moment.`,
};

/** Host and port as people write them. */
const placeOf = ({ host, port }: Pick<StoreAddress, 'host' | 'port'>): string =>
  host.includes(':') ? `[${host}]:${String(port)}` : `${host}:${String(port)}`;
