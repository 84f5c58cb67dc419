import { OpenAPIBackend, type Document } from 'openapi-backend';
import { expect } from 'vitest';
import { jsonDocument } from '../../../../main/sandbox/ads/document';
import openapi from '../../../../shared/amazonAds/openapi.json';

/** What a gateway answers for all operations alike; no operation's own document has them. */
const undeclared = new Set([404, 405, 406, 413, 415, 503]);

/**
 * Validates an answer against the document: its media type, its schema, and no property the document doesn't have. A status the
 * document doesn't declare fails, except for the gateway's, which has the universal form.
 * @param body undefined if there is none
 */
export function expectDocumented(
  operationId: string,
  status: number,
  contentType: string | null,
  body: unknown,
): void {
  const declared = responsesOf(operationId)[String(status)];
  if (declared === undefined) {
    expect(undeclared, `${operationId} ${status} is not in the document`).toContain(status);
    expect(contentType).toBe('application/json');
    expect(Object.keys(body as object)).toEqual(['code', 'details', 'requestId']);
    return;
  }
  if (declared.content === undefined) {
    expect([contentType, body]).toEqual([null, undefined]);
    return;
  }
  expect([contentType]).toEqual(Object.keys(declared.content));
  const { errors } = checker.validateResponse(body, operationId, status);
  expect(errors ?? [], `${operationId} ${status} ${JSON.stringify(body)}`).toEqual([]);
}

/** The statuses the document declares for an operation. */
export const declaredStatuses = (operationId: string): number[] =>
  Object.keys(responsesOf(operationId)).map(Number);

interface ResponseNode {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

function responsesOf(operationId: string): Readonly<Record<string, ResponseNode>> {
  const paths = openapi.paths as Record<string, Record<string, { operationId: string; responses: object }>>;
  const operation = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .find((candidate) => candidate.operationId === operationId);
  const shared = openapi.components.responses as Record<string, ResponseNode>;
  return Object.fromEntries(
    Object.entries((operation?.responses ?? {}) as Record<string, ResponseNode>).map(([status, response]) => [
      status,
      shared[response.$ref?.split('/').at(-1) ?? ''] ?? response,
    ]),
  );
}

/** The document with every object closed, so that a misspelt property is a fault. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const properties = copy['properties'] as Record<string, unknown> | undefined;
  if (copy['type'] !== 'object' || properties === undefined) return copy;
  // Gateways add a request id to {code, details} (amazon-api §5).
  const observed = 'details' in properties ? { requestId: { type: 'string' } } : {};
  return { ...copy, properties: { ...properties, ...observed }, additionalProperties: false };
}

const checker = new OpenAPIBackend({
  definition: closed(jsonDocument) as Document,
  quick: true,
  ajvOpts: { formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ } },
});
await checker.init();
