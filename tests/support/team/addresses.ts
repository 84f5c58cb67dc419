import { join } from 'node:path';
import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import { projectRoot } from '../projectRoot';
import { superuser } from '../postgres/server';

/** A certificate, or an authority's, of tests/fixtures/tls. */
export const tlsFixture = (name: string): string => join(projectRoot, 'tests/fixtures/tls', name);

/** Where a server of a test is, for its administrator, without encryption. */
export const plainAddress = (port: number, change: Partial<StoreAddress> = {}): StoreAddress => ({
  host: '127.0.0.1',
  port,
  database: 'postgres',
  login: superuser.login,
  encryption: 'loopback',
  caFile: null,
  ...change,
});

/** The same with encryption, trusting the test authority. */
export const encryptedAddress = (port: number, change: Partial<StoreAddress> = {}): StoreAddress =>
  plainAddress(port, { encryption: 'verified', caFile: tlsFixture('authority.pem'), ...change });
