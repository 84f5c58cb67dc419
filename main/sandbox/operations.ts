import type { operations } from '../../shared/amazonAds/schema';
import { operationFacts } from './ads/document';
import type { Reply } from './http';

/** The Ads API's operations, by the document's operationId. */
export type AdsOperation = keyof operations;

/** The requests to Login with Amazon; the two grants of the token endpoint are two operations. */
export const signInOperations = [
  'SignInPage',
  'SignInDecision',
  'ExchangeCode',
  'RenewToken',
  'Profile',
] as const;

export type SignInOperation = (typeof signInOperations)[number];

export type OperationName = AdsOperation | SignInOperation;

const adsOperations = [...operationFacts.keys()] as AdsOperation[];

export const operationNames: readonly OperationName[] = [...adsOperations, ...signInOperations];

export const isSignIn = (operation: OperationName): operation is SignInOperation =>
  signInOperations.some((name) => name === operation);

/** One request, and what answers it. */
export type Route = OperationRoute | PlainRoute;

/** A request for an operation. */
export interface OperationRoute {
  readonly operation: OperationName;
  /** The account the request names in its headers. */
  readonly accountId: string | undefined;
  /** Carries out the request, and answers. */
  readonly answer: () => Reply | Promise<Reply>;
  /** Does nothing, and answers with this status in the operation's form. */
  readonly refuse: (status: number, message: string, code?: string) => Reply;
}

/** A request that isn't an operation and can't be made to fail: an unknown path, the terms page, the console. */
export interface PlainRoute {
  readonly operation: undefined;
  readonly answer: () => Reply | Promise<Reply>;
}
