import { OpenAPIBackend, type Context } from 'openapi-backend';
import type { Database } from '../../storage/database';
import { json, type Incoming, type Reply } from '../http';
import type { Person } from '../state/people';
import { accountOperations } from './accounts';
import { authenticate } from './caller';
import { jsonDocument, operationFacts, type FaultShape } from './document';
import { invitationOperations } from './invitations';
import { checkMediaTypes } from './mediaTypes';
import { ApiFault, type Call, type Operations } from './operation';

/** Every operation this version of the sandbox has; the document's others answer 501. */
const supported: Operations = { ...accountOperations, ...invitationOperations };

/**
 * The Ads API, routed and validated by the OpenAPI document.
 * @param now gives ms since 1970
 */
export async function createAdsApi(
  db: Database,
  now: () => number,
): Promise<(request: Incoming) => Promise<Reply>> {
  const api = new OpenAPIBackend({
    definition: jsonDocument,
    strict: true,
    // Validators are then built at an operation's first call. All at once they would cost 0.8 s at every start.
    quick: true,
    securityHandlers: { lwa: (_, request: Incoming) => authenticate(db, request.headers, now()) },
    handlers: {
      notFound: () => refuse(404, 'The Ads API has no such path'),
      methodNotAllowed: () => refuse(405, 'The Ads API has no such method on this path'),
      unauthorizedHandler: rethrow,
      postSecurityHandler: ({ operation }: Context, request: Incoming) => {
        // Refused calls go on to unauthorizedHandler, so this is the first look at what an allowed one brings.
        checkMediaTypes(operationFacts.get(operation.operationId ?? ''), request);
      },
      validationFail: ({ validation }: Context) => refuse(400, describe(validation.errors ?? [])),
      notImplemented: ({ operation }: Context) =>
        refuse(501, `${operation.operationId ?? ''} is not in this version of the sandbox`),
    },
  });
  await api.init();
  for (const [operationId, run] of Object.entries(supported) as [
    string,
    (call: Call<unknown>) => unknown,
  ][]) {
    api.register(operationId, ({ request, security }: Context, { headers }: Incoming) =>
      run({
        db,
        caller: security['lwa'] as Person,
        headers,
        path: request.params as Readonly<Record<string, string>>,
        query: request.query as Readonly<Record<string, string>>,
        body: request.requestBody as unknown,
        now: now(),
      }),
    );
  }

  return async (request) => {
    const routed = asJsonRequest(request);
    const facts = operationFacts.get(api.matchOperation(routed)?.operationId ?? '');
    try {
      const body = (await api.handleRequest(routed, request)) as unknown;
      return json(200, body, facts?.answerType);
    } catch (error) {
      if (error instanceof ApiFault)
        return faultReply(error, facts?.faults.get(error.status), request.requestId);
      throw error;
    }
  };
}

/** The request in the words of the derived document, whose only media type is application/json. */
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

/** The library keeps what the security handler threw; it says more than "unauthorized". */
function rethrow({ security }: Context): never {
  throw (security['lwa'] as { readonly error: unknown }).error;
}

/** What a gateway answers on its own (amazon-contract §3, the universal form, and §5). */
const gatewayShape: FaultShape = {
  mediaType: 'application/json',
  properties: new Set(['code', 'details', 'requestId']),
};

function faultReply(fault: ApiFault, declared: FaultShape | undefined, requestId: string): Reply {
  const shape = declared === undefined || declared.properties.has('details') ? gatewayShape : declared;
  const facts = { message: fault.message, code: String(fault.status), details: fault.message, requestId };
  const body = Object.entries(facts).filter(([name]) => shape.properties.has(name));
  return json(fault.status, Object.fromEntries(body), shape.mediaType);
}

/** `requestBody/updates must NOT have fewer than 1 items; …` */
function describe(errors: readonly { instancePath: string; message?: string }[]): string {
  return errors
    .map(({ instancePath, message }) => `${instancePath.slice(1)} ${message ?? ''}`.trim())
    .join('; ');
}
