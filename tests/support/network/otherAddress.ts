import { networkInterfaces } from 'node:os';

/**
 * An IPv4 address of this machine at which a program that listens on 127.0.0.1 alone is not to be found, and one that
 * listens on all is: that of a network or, where there is none, the next one of the loopback.
 */
export function otherAddress(): string {
  const onNetwork = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  return onNetwork?.address ?? '127.0.0.2';
}
