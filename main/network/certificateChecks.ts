/** For every agent that opens a secure connection: certificates are checked, whatever the environment says. */
export const checked = { rejectUnauthorized: true } as const;

/**
 * Removes the variable that disables certificate checks from the environment. Call it before anything connects: Node reads it
 * again for every connection, and the app's other processes inherit the environment.
 * @returns true if it was set to disable the checks
 */
export function keepCertificateChecks(environment: NodeJS.ProcessEnv): boolean {
  const wasOff = environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
  delete environment['NODE_TLS_REJECT_UNAUTHORIZED'];
  return wasOff;
}
