import type { Database } from '../storage/database';
import { createAdsApi, type AdsApi, type AdsControls } from './ads/router';
import { answerConsole, isForConsole } from './console/console';
import type { Controls } from './control/controls';
import { createFormKeys, type FormKeys } from './formKeys';
import type { Incoming, Reply } from './http';
import { decideSignIn, refuseSignIn, showSignIn } from './login/authorize';
import { oauthError } from './login/oauthError';
import { answerProfile } from './login/profile';
import { answerToken } from './login/token';
import type { Route, SignInOperation } from './operations';
import { answerTermsPage, termsTokenIn } from './terms/termsPage';

export interface RoutesOptions {
  /** Lifetime of an access token, in ms. */
  readonly accessTokenLife: number;
  readonly controls: AdsControls & Pick<Controls, 'refusesProfile'>;
}

/** Finds the part of the sandbox that handles a request. */
export async function createRoutes(
  db: Database,
  options: RoutesOptions,
): Promise<(request: Incoming) => Route> {
  const adsApi = await createAdsApi(db, options.controls);
  const formKeys = createFormKeys();
  return (request) =>
    signInRoute(db, request, { ...options, formKeys }) ??
    termsRoute(db, request, options.controls.now) ??
    consoleRoute(db, request, formKeys) ??
    adsRoute(adsApi, request);
}

function adsRoute(adsApi: AdsApi, request: Incoming): Route {
  const operation = adsApi.operationOf(request);
  const answer = (): Promise<Reply> => adsApi.answer(request);
  if (operation === undefined) return { operation, answer };
  return {
    operation,
    accountId: accountIn(request),
    answer,
    refuse: (status, message, code = String(status)) => adsApi.refuse(request, { status, message, code }),
  };
}

/** The headers in which the operations name their account (amazon-api §3). */
function accountIn({ headers }: Incoming): string | undefined {
  return [headers['amazon-ads-accountid'], headers['amazon-advertising-api-advertiserid']].find(
    (value) => typeof value === 'string',
  );
}

function termsRoute(db: Database, request: Incoming, now: () => number): Route | undefined {
  const termsToken = termsTokenIn(request);
  return termsToken === undefined
    ? undefined
    : { operation: undefined, answer: () => answerTermsPage(db, request, termsToken, now()) };
}

const consoleRoute = (db: Database, request: Incoming, formKeys: FormKeys): Route | undefined =>
  isForConsole(request)
    ? { operation: undefined, answer: () => answerConsole(db, request, formKeys) }
    : undefined;

function signInRoute(
  db: Database,
  request: Incoming,
  { accessTokenLife, controls, formKeys }: RoutesOptions & { readonly formKeys: FormKeys },
): Route | undefined {
  const { now } = controls;
  const refusesProfile = controls.refusesProfile();
  const inBrowser = (
    operation: SignInOperation,
    parameters: URLSearchParams,
    answer: () => Reply,
  ): Route => ({
    operation,
    accountId: undefined,
    answer,
    refuse: (_, message, code = 'server_error') => refuseSignIn(parameters, code, message),
  });
  const asJson = (operation: SignInOperation, answer: () => Reply): Route => ({
    operation,
    accountId: undefined,
    answer,
    refuse: (status, message, code = 'server_error') =>
      oauthError(request, { status, error: code, description: message }),
  });

  switch (`${request.method} ${request.url.pathname}`) {
    case 'GET /ap/oa':
      return inBrowser('SignInPage', request.url.searchParams, () =>
        showSignIn(db, request, { refusesProfile, formKeys }),
      );
    case 'POST /ap/oa':
      return inBrowser('SignInDecision', new URLSearchParams(request.body), () =>
        decideSignIn(db, request, { refusesProfile, formKeys, now: now() }),
      );
    case 'POST /auth/o2/token':
      return asJson(grantOperation(request), () => answerToken(db, request, { accessTokenLife, now: now() }));
    case 'GET /user/profile':
      return asJson('Profile', () => answerProfile(db, request, now()));
    default:
      return undefined;
  }
}

const grantOperation = ({ body }: Incoming): SignInOperation =>
  new URLSearchParams(body).get('grant_type') === 'refresh_token' ? 'RenewToken' : 'ExchangeCode';
