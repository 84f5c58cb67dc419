/** For every agent that makes a secure connection: the certificate counts, whatever the environment says. */
export const checked = { rejectUnauthorized: true } as const;

/**
 * Takes the variable that switches certificate checks off out of the environment. To be called before anything
 * connects: Node looks at it again for every connection, and the program's other processes inherit what is left.
 * @returns true when it was set to switch the checks off
 */
export function keepCertificateChecks(environment: NodeJS.ProcessEnv): boolean {
  const wasOff = environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
  delete environment['NODE_TLS_REJECT_UNAUTHORIZED'];
  return wasOff;
}
