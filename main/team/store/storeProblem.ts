import type { ErrorCode } from '../../../shared/errors';
import { UnsafeLoginError } from './scramClient';
import { CaFileError } from './verifiedTls';

/** What a caller can do: wait, have a person act, or have somebody update something. */
type StoreErrorCode = Extract<ErrorCode, `TEAM_${string}`>;

/** The part of a connection that is at fault. `work`: what is done once connected. */
type Step = 'host' | 'tls' | 'login' | 'version' | 'rights' | 'schema' | 'work';

interface ProblemFacts {
  readonly code: StoreErrorCode;
  readonly step: Step;
}

const away = (step: Step): ProblemFacts => ({ code: 'TEAM_UNREACHABLE', step });
const refused = (step: Step): ProblemFacts => ({ code: 'TEAM_REFUSED', step });
const outdated = (step: Step): ProblemFacts => ({ code: 'TEAM_OUTDATED', step });

/** Everything that is known to go wrong between this program and a store. */
export const problems = {
  hostUnknown: away('host'),
  portRefused: away('host'),
  noRoute: away('host'),
  noAnswer: away('host'),
  noTls: refused('tls'),
  notPostgres: refused('tls'),
  certificateExpired: refused('tls'),
  certificateEarly: refused('tls'),
  certificateName: refused('tls'),
  certificateUnknown: refused('tls'),
  tlsFailed: refused('tls'),
  caFileUnread: refused('tls'),
  caFileEmpty: refused('tls'),
  unsafeLogin: refused('login'),
  falseServer: refused('login'),
  wrongPassword: refused('login'),
  notAdmitted: refused('login'),
  noDatabase: refused('login'),
  mayNotConnect: refused('login'),
  pooler: refused('login'),
  tooManyConnections: away('login'),
  stopping: away('login'),
  starting: away('login'),
  serverOld: outdated('version'),
  noRight: refused('rights'),
  notMember: refused('rights'),
  noSchema: outdated('schema'),
  schemaOld: outdated('schema'),
  schemaNew: outdated('schema'),
  readOnly: away('work'),
  diskFull: away('work'),
  overloaded: away('work'),
  slow: away('work'),
  cut: away('work'),
  notAccepted: refused('work'),
  unknown: away('work'),
} as const satisfies Record<string, ProblemFacts>;

export type StoreProblem = keyof typeof problems;

/** By Node's, OpenSSL's and PostgreSQL's codes. PostgreSQL's are in its appendix A. */
const byCode: Readonly<Partial<Record<string, StoreProblem>>> = {
  ENOTFOUND: 'hostUnknown',
  EAI_AGAIN: 'hostUnknown',
  EAI_FAIL: 'hostUnknown',
  ECONNREFUSED: 'portRefused',
  EHOSTUNREACH: 'noRoute',
  ENETUNREACH: 'noRoute',
  ENETDOWN: 'noRoute',
  EADDRNOTAVAIL: 'noRoute',
  ETIMEDOUT: 'noAnswer',
  ECONNRESET: 'cut',
  EPIPE: 'cut',
  ECONNABORTED: 'cut',
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateEarly',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateName',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateUnknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateUnknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateUnknown',
  UNABLE_TO_GET_ISSUER_CERT: 'certificateUnknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateUnknown',
  CERT_SIGNATURE_FAILURE: 'certificateUnknown',
  INVALID_CA: 'certificateUnknown',
  '08P01': 'pooler',
  '25006': 'readOnly',
  '28000': 'notAdmitted',
  '28P01': 'wrongPassword',
  '3D000': 'noDatabase',
  '3F000': 'noSchema',
  '40001': 'overloaded',
  '40P01': 'overloaded',
  '42501': 'noRight',
  '42P01': 'noSchema',
  '42703': 'schemaOld',
  '42883': 'schemaOld',
  '53100': 'diskFull',
  '53200': 'overloaded',
  '53300': 'tooManyConnections',
  '53400': 'overloaded',
  '55P03': 'slow',
  '57014': 'slow',
  '57P01': 'stopping',
  '57P02': 'stopping',
  '57P03': 'starting',
  '57P04': 'noDatabase',
};

/** Errors that the library has no code for, by the start of its text. */
const byText: readonly (readonly [string, StoreProblem])[] = [
  ['The server does not support SSL connections', 'noTls'],
  ['There was an error establishing an SSL connection', 'notPostgres'],
  ['SASL: SCRAM-SERVER-FINAL-MESSAGE', 'falseServer'],
  ['SASL: ', 'unsafeLogin'],
  ['Query read timeout', 'slow'],
  ['timeout exceeded when trying to connect', 'slow'],
  ['Connection terminated due to connection timeout', 'noAnswer'],
  ['timeout expired', 'noAnswer'],
  ['Connection terminated', 'cut'],
  ['Client has encountered a connection error', 'cut'],
  ['Client was closed', 'cut'],
  ['Cannot use a pool after calling end', 'cut'],
  // Of OpenSSL, when what answers doesn't speak TLS.
  ['Client network socket disconnected', 'tlsFailed'],
];

/**
 * What a failure means.
 * @param phase some codes mean one thing for a login and another for a statement
 */
export function problemOf(thrown: unknown, phase: 'connecting' | 'working'): StoreProblem {
  if (thrown instanceof CaFileError) return thrown.problem;
  if (thrown instanceof UnsafeLoginError) return 'unsafeLogin';
  const code = systemCodeOf(thrown);
  if (code === '42501' && phase === 'connecting') return 'mayNotConnect';
  const known = (code === undefined ? undefined : byCode[code]) ?? problemByText(thrown);
  // Nothing was under way that could break.
  if (known === 'cut' && phase === 'connecting') return 'noAnswer';
  if (known !== undefined) return known;
  if (code?.startsWith('ERR_SSL_') === true || code === 'EPROTO') return 'tlsFailed';
  return isSqlState(code) && phase === 'working' ? 'notAccepted' : 'unknown';
}

const problemByText = (thrown: unknown): StoreProblem | undefined =>
  thrown instanceof Error ? byText.find(([start]) => thrown.message.startsWith(start))?.[1] : undefined;

/** Node's or PostgreSQL's code; undefined without one. */
export const systemCodeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;

/** PostgreSQL's codes have five digits and capital letters. */
const isSqlState = (code: string | undefined): boolean => code !== undefined && /^[0-9A-Z]{5}$/.test(code);

/** Whether a connection is of no use after this: everything but a statement that PostgreSQL itself answered and goes on after. */
export function breaksConnection(thrown: unknown): boolean {
  const code = systemCodeOf(thrown);
  return !isSqlState(code) || /^(08|57P|58|XX)/.test(code ?? '');
}
