import type { Connection } from '../../../../shared/domain/connection/connection';
import type { RedeemPreview, WaitingLink } from '../../../../shared/domain/redeem/redeem';
import { returnUrl } from '../../../../shared/domain/connection/connection';

/** A fixed moment, ms since 1970. */
export const now = Date.UTC(2026, 0, 15, 12);

export const connectionOf = (change: Partial<Connection> = {}): Connection => ({
  connectionId: 'c1',
  kind: 'amazon',
  label: 'Northwind',
  region: 'eu',
  clientId: 'amzn1.application-oa2-client.1',
  hasClientSecret: false,
  returnPort: 8710,
  returnUrl: returnUrl(8710),
  endpoints: null,
  realm: 'amazon',
  state: 'signedIn',
  identity: { userId: 'u1', name: 'Sam Okafor', email: 'sam@northwind.example' },
  identityConfirmed: true,
  pendingSignIn: null,
  ...change,
});

export const previewOf = (change: Partial<RedeemPreview> = {}): RedeemPreview => ({
  accountId: 'ENTITY1',
  accountName: null,
  emailAddress: 'sam@northwind.example',
  userName: 'Sam Okafor',
  role: 'viewer',
  state: 'PENDING',
  createdBy: 'dana@northwind.example',
  createdAt: now - 86_400_000,
  expiresAt: now + 86_400_000,
  missingTerms: [],
  otherAddress: false,
  asOf: now,
  ...change,
});

export const linkOf = (change: Partial<WaitingLink> = {}): WaitingLink => ({
  invitationId: 'inv-1',
  region: 'eu',
  from: 'pasted',
  arrivedAt: now,
  waitsUntil: now + 86_400_000,
  connectionId: 'c1',
  identity: null,
  preview: previewOf(),
  previewError: null,
  redeeming: false,
  outcome: null,
  redeemError: null,
  ...change,
});
