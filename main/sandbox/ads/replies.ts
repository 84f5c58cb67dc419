import { json, type Reply } from '../http';
import type { FaultShape, OperationFacts } from './document';

/** The operation's successful answer. Without a media type in the document it has no body. */
export function successReply(body: unknown, facts: OperationFacts | undefined): Reply {
  const status = facts?.answerStatus ?? 200;
  return facts?.answerType === undefined
    ? { status, headers: {}, body: '' }
    : json(status, body, facts.answerType);
}

export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly code: string;
}

/**
 * A status other than success.
 * @param declared the body the document declares for it, if any
 */
export function refusalReply(
  { status, message, code }: Refusal,
  declared: FaultShape | undefined,
  requestId: string,
): Reply {
  const { mediaType, properties } = declared ?? gatewayShape;
  const facts = {
    message,
    code,
    details: message,
    requestId,
    errors: [{ errorId: status, errorCode: code, errorMessage: message }],
  };
  const body = Object.entries(facts).filter(
    // Gateways add a request ID to {code, details} (amazon-api §5).
    ([name]) => properties.has(name) || (name === 'requestId' && properties.has('details')),
  );
  return json(status, Object.fromEntries(body), mediaType);
}

/** The form of a gateway's own answers (amazon-api §3, the universal form, and §5). */
const gatewayShape: FaultShape = {
  mediaType: 'application/json',
  properties: new Set(['code', 'details']),
};
