/**
 * What a failed connection means and what helps, by its error code (Node's and OpenSSL's). `whom` is inserted into the sentence:
 * "Amazon", "Login with Amazon".
 */
export function networkProblem(systemCode: string | undefined, whom: string): string {
  return (systemCode === undefined ? undefined : texts[systemCode])?.(whom) ?? unreachable(whom);
}

type ProblemText = (whom: string) => string;

const unreachable: ProblemText = (whom) =>
  `${whom} couldn’t be reached. Check your network connection and try again.`;

const offline: ProblemText = (whom) =>
  `This computer is offline, so ${whom} couldn’t be reached. Connect to a network and try again.`;

const unknownName: ProblemText = (whom) =>
  `The address of ${whom} couldn’t be looked up (DNS). Check that you’re online. If you use a VPN, check that it’s connected.`;

const turnedAway: ProblemText = (whom) =>
  `The connection to ${whom} was turned away. A firewall or proxy may be blocking it. If this continues, ask your IT.`;

const wrongTime: ProblemText = (whom) =>
  `The certificate of ${whom} isn’t valid at this computer’s current time. Correct the computer’s clock and try again.`;

const strangeCertificate: ProblemText = (whom) =>
  `Something between this computer and ${whom} answers with a certificate that isn’t trusted. It may be the sign-in page of this network: open a web page in your browser first. In an office whose proxy inspects traffic, ask your IT to install its certificate in the system.`;

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
export const webPageInstead = (whom: string): string =>
  `A web page answered instead of ${whom}. It may be the sign-in page of this network: open a web page in your browser, sign in to the network, then try again.`;

/** The proxy itself refused to connect. @param status its HTTP status */
export const proxyRefused = (status: number): string =>
  status === 407
    ? 'The proxy of this network asks for a user name and password, which AMC Access Manager can’t provide. Ask your IT for access without them.'
    : `The proxy of this network didn’t let the connection through (status ${String(status)}). If this continues, ask your IT.`;

/** True for the start of an HTML page. */
export const looksLikeWebPage = (text: string): boolean => /^\s*<(?:!doctype|html|head|body)\b/i.test(text);
