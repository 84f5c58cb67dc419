import { networkInterfaces } from 'node:os';

/**
 * An IPv4 address of this machine where a program that listens only on 127.0.0.1 isn't reachable, and one that listens on all is:
 * that of a network or, if there is none, the next loopback address.
 */
export function otherAddress(): string {
  const onNetwork = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  return onNetwork?.address ?? '127.0.0.2';
}
