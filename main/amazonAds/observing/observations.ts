import { formatNumber } from '../../../shared/text/formats';
import { looksLikeWebPage } from '../../network/networkTrouble';
import type { AdsRequest, HttpAnswer } from '../client/http';
import { observationsText } from './observationsText';
import { addShape, emptyShape, shapeLines, type Shape, type ShapeBudget } from './shape';

/** Takes note of an answer. @param body the parsed JSON, undefined if it isn't any */
export type Observe = (request: AdsRequest, answer: HttpAnswer, body: unknown) => void;

/**
 * What Amazon's answers looked like since the app started, in memory only and of limited size: operations, status codes, names of
 * headers, how Retry-After is written, and shapes of bodies. No value of an answer or a request is kept.
 */
export interface Observations {
  /** @param where `Amazon`, or what else answered */
  observer(where: string): Observe;
  /** For a person to read before sending it to the maintainers. */
  text(about: readonly string[]): string;
}

/** Max number of operations, each with each status, that are kept. */
const maxOperations = 200;
/** Max number of shapes that are kept. */
const maxShapes = 4000;
/** Max number of header names that are kept of an operation and status. */
const maxHeaders = 60;

interface Observed {
  count: number;
  readonly headers: Set<string>;
  readonly retryAfter: Set<string>;
  readonly body: Shape;
}

export function createObservations(): Observations {
  const observed = new Map<string, Observed>();
  const budget: ShapeBudget = { left: maxShapes };
  let unobserved = 0;

  function observe(
    where: string,
    request: AdsRequest,
    { httpStatus, headers, text }: HttpAnswer,
    body: unknown,
  ): void {
    const key = `${where}: ${operationOf(request)} → ${String(httpStatus)}`;
    const known = observed.get(key) ?? newObserved();
    if (!observed.has(key) && observed.size === maxOperations) {
      unobserved += 1;
      return;
    }
    observed.set(key, known);
    known.count += 1;
    for (const [name, value] of headers) {
      if (known.headers.size < maxHeaders && /^[a-z0-9-]{1,60}$/.test(name)) known.headers.add(name);
      if (name === 'retry-after') known.retryAfter.add(retryAfterForm(value));
    }
    if (body === undefined) known.body.kinds.add(otherBody(text));
    else addShape(known.body, body, budget);
  }

  return {
    observer: (where) => (request, answer, body) => {
      observe(where, request, answer, body);
    },
    text: (about) =>
      [
        ...['## Observations', ...observationsText.explanation, '', ...about],
        ...[...observed].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(linesOf),
        ...(observed.size === 0 ? ['', observationsText.none] : []),
        ...(unobserved > 0 ? ['', observationsText.leftOut(unobserved)] : []),
        ...(budget.left === 0 ? ['', observationsText.incomplete] : []),
      ].join('\n'),
  };
}

const newObserved = (): Observed => ({
  count: 0,
  headers: new Set(),
  retryAfter: new Set(),
  body: emptyShape(),
});

const linesOf = ([key, { count, headers, retryAfter, body }]: readonly [string, Observed]): string[] => [
  '',
  `### ${key} (${formatNumber(count)})`,
  `Headers: ${[...headers].sort().join(', ') || 'none'}`,
  ...(retryAfter.size === 0 ? [] : [`Retry-After: ${[...retryAfter].sort().join(', ')}`]),
  ...shapeLines(body, 'Body'),
];

/** The operation, with `{id}` for what isn't part of its address, and the names of its parameters. */
function operationOf({ method, path, query = {} }: AdsRequest): string {
  const segments = path
    .split('/')
    .slice(1)
    .map((segment) => (knownSegments.has(segment) ? segment : '{id}'));
  const names = Object.keys(query).sort();
  return `${method} /${segments.join('/')}${names.length === 0 ? '' : `?${names.join('&')}`}`;
}

/** The parts of the addresses that the app calls (amazon-api §3). */
const knownSegments: ReadonlySet<string> = new Set([
  ...['accounts', 'amc', 'delete', 'instances', 'list', 'redeem', 'termsTokens'],
  ...['user-invitations', 'userPermissions', 'userRoles', 'users'],
]);

function retryAfterForm(value: string): string {
  if (/^\d+$/.test(value)) return `whole seconds, ${String(value.length)} digits`;
  if (/^\d+\.\d+$/.test(value)) return 'seconds with a fraction';
  if (value.includes(',') && /^[\d., ]+$/.test(value)) return 'several numbers';
  return Number.isNaN(Date.parse(value)) ? 'something else' : 'a date';
}

function otherBody(text: string): string {
  if (text.trim() === '') return 'empty';
  return looksLikeWebPage(text) ? 'a web page' : 'text that isn’t JSON';
}
