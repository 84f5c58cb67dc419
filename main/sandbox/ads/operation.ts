import type { IncomingHttpHeaders } from 'node:http';
import type { operations } from '../../../shared/amazonAds/schema';
import type { Database } from '../../storage/database';
import type { Conduct } from '../control/conduct';
import type { Person } from '../state/people';

/** One call of an operation, after all checks of the document and the gateway. */
export interface Call<Body> {
  readonly db: Database;
  /** The caller. */
  readonly caller: Person;
  readonly headers: IncomingHttpHeaders;
  /** The sandbox's own, for example `http://127.0.0.1:53124`. */
  readonly origin: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Body;
  /** ms since 1970. */
  readonly now: number;
  readonly conduct: Conduct;
  /** Call it before answering a list of members: they may come and go. */
  readonly beforeListing: (accountId: string) => void;
}

/** Operations by the document's operationId: from a call to the body of its success. Anything else is thrown as an `ApiFault`. */
export type Operations = {
  readonly [Id in keyof operations]: (call: Call<RequestOf<Id>>) => AnswerOf<Id>;
};

/** An answer other than success. The router gives it the body the document declares for that operation and status. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';

  constructor(
    readonly status: number,
    message: string,
    readonly code = String(status),
  ) {
    super(message);
  }
}

type RequestOf<Id extends keyof operations> = ContentOf<operations[Id]['requestBody']>;

type AnswerOf<Id extends keyof operations> = operations[Id]['responses'] extends
  { 200: infer Answer } | { 201: infer Answer }
  ? ContentOf<Answer>
  : never;

/** The body of any media type; undefined if there is, or may be, none. */
type ContentOf<Part> = Part extends { content: infer Content } ? Content[keyof Content] : undefined;
