import { OpenAPIBackend, type Context } from 'openapi-backend';
import type { Database } from '../../storage/database';
import type { Controls } from '../control/controls';
import type { Incoming, Reply } from '../http';
import type { AdsOperation } from '../operations';
import type { Person } from '../state/people';
import { accountOperations } from './accounts';
import { authenticate } from './caller';
import { jsonDocument, operationFacts, type OperationFacts } from './document';
import { instanceOperations } from './instances';
import { invitationOperations } from './invitations';
import { checkMediaTypes } from './mediaTypes';
import { ApiFault, type Call, type Operations } from './operation';
import { redeemOperations } from './redeem';
import { refusalReply, successReply, type Refusal } from './replies';
import { termsOperations } from './terms';
import { userPermissionOperations } from './userPermissions';
import { userOperations } from './users';

export interface AdsApi {
  /** The operation of a request; undefined if its path or method isn't the Ads API's. */
  readonly operationOf: (request: Incoming) => AdsOperation | undefined;
  readonly answer: (request: Incoming) => Promise<Reply>;
  /** Another status in the form the document declares for the request's operation. */
  readonly refuse: (request: Incoming, refusal: Refusal) => Reply;
}

/** All the document's operations. */
const supported: Operations = {
  ...accountOperations,
  ...instanceOperations,
  ...invitationOperations,
  ...redeemOperations,
  ...termsOperations,
  ...userOperations,
  ...userPermissionOperations,
};

/** What can be changed about the Ads API while it runs; `now` returns ms since 1970. */
export type AdsControls = Pick<Controls, 'now' | 'conduct' | 'beforeListing'>;

/** What answers a call: one sandbox's state and how it behaves. */
interface Site extends AdsControls {
  readonly db: Database;
}

/** The Ads API of one sandbox, routed and validated by the OpenAPI document. */
export async function createAdsApi(db: Database, controls: AdsControls): Promise<AdsApi> {
  const site: Site = { db, ...controls };
  const api = await documented();

  const operationOf = (request: Incoming): AdsOperation | undefined =>
    api.matchOperation(asJsonRequest(request))?.operationId as AdsOperation | undefined;
  const factsOf = (request: Incoming): OperationFacts | undefined =>
    operationFacts.get(operationOf(request) ?? '');
  const refuseCall = (request: Incoming, refusal: Refusal): Reply =>
    refusalReply(refusal, factsOf(request)?.faults.get(refusal.status), request.requestId);

  return {
    operationOf,
    refuse: refuseCall,
    answer: async (request) => {
      try {
        const body = (await api.handleRequest(asJsonRequest(request), request, site)) as unknown;
        return successReply(body, factsOf(request));
      } catch (error) {
        if (error instanceof ApiFault) return refuseCall(request, error);
        throw error;
      }
    },
  };
}

/** The one of this process: its validators take longer to build than a sandbox to start. */
let inProcess: Promise<OpenAPIBackend> | undefined;

const documented = (): Promise<OpenAPIBackend> => (inProcess ??= createDocumented());

/** Its handlers get the request and the site that it is for. */
async function createDocumented(): Promise<OpenAPIBackend> {
  const api = new OpenAPIBackend({
    definition: jsonDocument,
    strict: true,
    // Builds validators at an operation's first call. All at once they would cost 0.8 s at every start.
    quick: true,
    securityHandlers: {
      lwa: (_, request: Incoming, { db, now }: Site) => authenticate(db, request.headers, now()),
    },
    handlers: {
      notFound: () => refuse(404, 'The Ads API has no such path'),
      methodNotAllowed: () => refuse(405, 'The Ads API has no such method on this path'),
      unauthorizedHandler: rethrow,
      postSecurityHandler: ({ operation }: Context, request: Incoming) => {
        // Refused calls go to unauthorizedHandler, so this is the first place to check what an allowed one contains.
        checkMediaTypes(operationFacts.get(operation.operationId ?? ''), request);
      },
      validationFail: ({ validation }: Context) => refuse(400, describe(validation.errors ?? [])),
    },
  });
  await api.init();
  for (const [operationId, run] of Object.entries(supported) as [
    string,
    (call: Call<unknown>) => unknown,
  ][]) {
    api.register(operationId, ({ request, security }: Context, { headers, url }: Incoming, site: Site) =>
      run({
        db: site.db,
        caller: security['lwa'] as Person,
        headers,
        origin: url.origin,
        path: request.params as Readonly<Record<string, string>>,
        query: request.query as Readonly<Record<string, string>>,
        body: request.requestBody as unknown,
        now: site.now(),
        conduct: site.conduct(),
        beforeListing: site.beforeListing,
      }),
    );
  }
  return api;
}

/** The request in terms of the derived document, whose only media type is application/json. */
function asJsonRequest({
  method,
  url,
  headers,
  body,
}: Incoming): Parameters<OpenAPIBackend['handleRequest']>[0] {
  const known = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    method,
    path: url.pathname + url.search,
    headers: { ...Object.fromEntries(known), 'content-type': 'application/json' },
    ...(body === '' ? {} : { body }),
  };
}

function refuse(status: number, message: string): never {
  throw new ApiFault(status, message);
}

/** The library stores what the security handler threw; it says more than "unauthorized". */
function rethrow({ security }: Context): never {
  throw (security['lwa'] as { readonly error: unknown }).error;
}

/** `requestBody/updates must NOT have fewer than 1 items; …` */
function describe(errors: readonly { instancePath: string; message?: string }[]): string {
  return errors
    .map(({ instancePath, message }) => `${instancePath.slice(1)} ${message ?? ''}`.trim())
    .join('; ');
}
