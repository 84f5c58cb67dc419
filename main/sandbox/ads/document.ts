import type { Document } from 'openapi-backend';
import openapi from '../../../shared/amazonAds/openapi.json';

/**
 * The OpenAPI document in the form in which openapi-backend validates bodies: it only reads the schemas of `application/json`, so
 * every media type here has that name. The real names are in `operationFacts`.
 */
export const jsonDocument = asJson(openapi) as Document;

/** What the document says about one operation's media types and faults. */
export interface OperationFacts {
  /** Media type of the request's body, if it has one. */
  readonly requestType: string | undefined;
  /** Status of a successful answer. */
  readonly answerStatus: number;
  /** Media type of that answer, if it has a body. */
  readonly answerType: string | undefined;
  /** Media type and property names of the body declared for a status. */
  readonly faults: ReadonlyMap<number, FaultShape>;
}

export interface FaultShape {
  readonly mediaType: string;
  readonly properties: ReadonlySet<string>;
}

/** The facts of every operation, by operationId. */
export const operationFacts: ReadonlyMap<string, OperationFacts> = new Map(
  Object.values(openapi.paths as Record<string, Record<string, OperationNode>>)
    .flatMap((path) => Object.values(path))
    .map((operation) => [operation.operationId, factsOf(operation)]),
);

type Content = Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;

interface ResponseNode {
  readonly $ref?: string;
  readonly content?: Content;
}

interface OperationNode {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, ResponseNode>>;
}

function factsOf({ requestBody, responses }: OperationNode): OperationFacts {
  const contents = Object.entries(responses).map(([status, response]) => {
    return [Number(status), resolve(response).content ?? {}] as const;
  });
  const faults = contents.flatMap(([status, content]) =>
    status < 400
      ? []
      : Object.entries(content).map(
          ([mediaType, { schema }]) => [status, faultShape(mediaType, schema.$ref)] as const,
        ),
  );
  const [answerStatus, answer] = contents.find(([status]) => status < 300) ?? [200, {}];
  return {
    requestType: firstType(requestBody?.content),
    answerStatus,
    answerType: firstType(answer),
    faults: new Map(faults),
  };
}

function firstType(content: Content | undefined): string | undefined {
  return Object.keys(content ?? {})[0];
}

function resolve(response: ResponseNode): ResponseNode {
  const shared = openapi.components.responses as Readonly<Record<string, ResponseNode>>;
  return shared[nameOf(response.$ref)] ?? response;
}

function faultShape(mediaType: string, schemaRef: string): FaultShape {
  const schemas = openapi.components.schemas as Readonly<Record<string, { properties?: object }>>;
  return { mediaType, properties: new Set(Object.keys(schemas[nameOf(schemaRef)]?.properties ?? {})) };
}

/** `#/components/schemas/Thing` -> `Thing`. */
function nameOf(ref: string | undefined): string {
  return ref?.split('/').at(-1) ?? '';
}

function asJson(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asJson);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => {
      const isMediaType = key.startsWith('application/');
      return [isMediaType ? 'application/json' : key, asJson(value)];
    }),
  );
}
