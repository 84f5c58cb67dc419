import { z } from 'zod';

const maxLength = 500;
/** No more than this is examined of a page that isn't JSON. */
const maxLooked = 20_000;

/**
 * What an error answer of Amazon says, as plain text for people: `code: text`. Knows the bodies `{message}`, `{code, message}`,
 * `{code, details}` and `{errors: [{errorCode, errorMessage}]}` (amazon-api §3) and falls back to the text of whatever came, for
 * example an HTML page.
 * @param body the parsed text, undefined if it isn't JSON
 * @param secret never in the result, even if the answer repeats it
 * @returns undefined if the answer says nothing
 */
export function amazonErrorText(text: string, body: unknown, secret: string): string | undefined {
  const known = errorShape.safeParse(body);
  const whole = (known.success ? spoken(known.data) : '') || text;
  const plain = withoutSecrets(withoutMarkup(whole.slice(0, maxLooked)), secret);
  if (plain === '') return undefined;
  return plain.length > maxLength ? `${plain.slice(0, maxLength - 1)}…` : plain;
}

/** Amazon's request ID, from the header it usually comes in, its substitutes, or the body (amazon-api §5). */
export function requestIdOf(headers: Headers, body: unknown): string | undefined {
  const inBody = withRequestId.safeParse(body);
  const candidates = [
    headers.get('x-amzn-requestid'),
    headers.get('x-amz-rid'),
    headers.get('x-request-id'),
    inBody.success ? inBody.data.requestId : undefined,
  ];
  return candidates.find((id): id is string => typeof id === 'string' && /^\S{1,200}$/.test(id));
}

const text = z.string().optional().catch(undefined);
const code = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

const errorShape = z.looseObject({
  code,
  message: text,
  details: text,
  errors: z
    .array(z.looseObject({ errorCode: code, errorMessage: text }))
    .optional()
    .catch(undefined),
});

const withRequestId = z.looseObject({ requestId: z.string() });

function spoken({ code, message, details, errors = [] }: z.infer<typeof errorShape>): string {
  const whole = joined(': ', code, message ?? details);
  const parts = errors.map((error) => joined(': ', error.errorCode, error.errorMessage));
  return joined('; ', whole, ...parts);
}

const joined = (separator: string, ...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(separator);

function withoutMarkup(text: string): string {
  return withoutScripts(text)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[<>\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Scripts and styles end at their end tag or, if a page was cut, at its end. */
function withoutScripts(page: string): string {
  let inside = false;
  const pieces = page.split(/<(?=\/?(?:script|style)\b)/i).map((piece, index) => {
    if (index === 0) return piece;
    inside = !piece.startsWith('/');
    return inside ? '' : `<${piece}`;
  });
  return pieces.join(' ');
}

/** Login with Amazon's tokens begin with `Atza|` and `Atzr|` (amazon-api §4). */
const withoutSecrets = (text: string, secret: string): string =>
  text.replaceAll(secret, '[removed]').replace(/Atz[ar]\|[^\s"',;]+/g, '[removed]');
