import { networkErrorText } from './networkErrorText';
/**
 * What a failed connection means and what helps, by its error code (Node's and OpenSSL's). `whom` is inserted into the sentence:
 * "Amazon", "Login with Amazon".
 */
export function networkProblem(systemCode: string | undefined, whom: string): string {
  return (systemCode === undefined ? undefined : texts[systemCode])?.(whom) ?? unreachable(whom);
}

type ProblemText = (whom: string) => string;

const unreachable: ProblemText = (whom) => networkErrorText.unreachable(whom);

const offline: ProblemText = (whom) => networkErrorText.offline(whom);

const unknownName: ProblemText = (whom) => networkErrorText.unknownName(whom);

const turnedAway: ProblemText = (whom) => networkErrorText.turnedAway(whom);

const wrongTime: ProblemText = (whom) => networkErrorText.wrongTime(whom);

const strangeCertificate: ProblemText = (whom) => networkErrorText.strangeCertificate(whom);

const texts: Readonly<Partial<Record<string, ProblemText>>> = {
  ENETUNREACH: offline,
  ENETDOWN: offline,
  EHOSTUNREACH: offline,
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
  ECONNREFUSED: turnedAway,
  CERT_NOT_YET_VALID: wrongTime,
  CERT_HAS_EXPIRED: wrongTime,
  DEPTH_ZERO_SELF_SIGNED_CERT: strangeCertificate,
  SELF_SIGNED_CERT_IN_CHAIN: strangeCertificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: strangeCertificate,
  UNABLE_TO_GET_ISSUER_CERT: strangeCertificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: strangeCertificate,
  ERR_TLS_CERT_ALTNAME_INVALID: strangeCertificate,
};

/** A web page came instead of JSON: the network's own, or a proxy's. */
export const webPageInstead = (whom: string): string => networkErrorText.webPageInstead(whom);

/** The proxy itself refused to connect. @param status its HTTP status */
export const proxyRefused = (status: number): string =>
  status === 407 ? networkErrorText.proxyAsksForPassword : networkErrorText.proxyRefused(String(status));

/** True for the start of an HTML page. */
export const looksLikeWebPage = (text: string): boolean => /^\s*<(?:!doctype|html|head|body)\b/i.test(text);
