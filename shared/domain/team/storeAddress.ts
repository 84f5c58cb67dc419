import { z } from 'zod';

/** Names of this computer itself: only there may a connection be without encryption. */
const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** Where a team's PostgreSQL is, and as whom this person logs in. The password isn't part of it. */
export const storeAddress = z
  .strictObject({
    host: z.string().trim().min(1).max(253),
    port: z.int().min(1).max(65_535),
    database: z.string().min(1).max(63),
    login: z.string().min(1).max(63),
    /** `verified`: TLS, with the server's certificate and name checked. `loopback`: plain, to this computer alone. */
    encryption: z.enum(['verified', 'loopback']),
    /** A PEM file with the authority of the server's certificate; null: the authorities the system knows. */
    caFile: z.string().max(4096).nullable(),
  })
  .refine(({ encryption, host }) => encryption === 'verified' || loopbackHosts.has(host), {
    path: ['encryption'],
    message: 'Only a database on this computer may be used without encryption.',
  });
export type StoreAddress = z.infer<typeof storeAddress>;
