import { serialize } from 'node:v8';
import type { ZodError } from 'zod';
import { CodedError, toErrorBody, type Envelope } from '../../shared/errors';
import type { ChannelSpec } from '../../shared/bridge/channelSpec';
import { explained } from '../storage/databaseErrors';
import { ipcErrorText } from './ipcErrorText';

const megabyte = 1_048_576;

/**
 * Max size of one call, in bytes of its structured clone: 1,000 invitees take a third of it. A channel that needs more declares
 * so.
 */
export const maxInputBytes = megabyte;

/**
 * Wraps a handler so that none of its code runs unless the sender is trusted and the input is small enough and matches the
 * channel's schema. The answer is stripped to the output schema, so nothing crosses by accident; anything thrown becomes an
 * envelope without stack or cause.
 * @param isTrusted decides by the event's sender: known window, main frame, exact origin.
 */
export function guard<Sender>(
  spec: ChannelSpec,
  handler: (input: never, sender: Sender) => unknown,
  isTrusted: (sender: Sender) => boolean,
): (sender: Sender, input: unknown) => Promise<Envelope<unknown>> {
  return async (sender, input) => {
    try {
      if (!isTrusted(sender)) throw untrustedSender();
      const checked = checkInput(spec, input);
      return { ok: spec.output.parse(await handler(checked as never, sender)) };
    } catch (error) {
      return { error: toErrorBody(explained(error)) };
    }
  };
}

function checkInput(
  { input: schema, maxInputBytes: maxBytes = maxInputBytes }: ChannelSpec,
  input: unknown,
): unknown {
  if (serialize(input).byteLength > maxBytes) throw inputTooLarge(maxBytes);
  const result = schema.safeParse(input);
  if (!result.success) throw invalidInput(result.error);
  return result.data;
}

const untrustedSender = (): CodedError =>
  new CodedError({ code: 'UNTRUSTED_SENDER', message: ipcErrorText.untrustedSender });

const inputTooLarge = (maxBytes: number): CodedError =>
  new CodedError({
    code: 'INPUT_TOO_LARGE',
    message: ipcErrorText.inputTooLarge(String(maxBytes / megabyte)),
  });

/** Names the first invalid field; schemas contain the sentence for people. */
function invalidInput(error: ZodError): CodedError {
  const [first] = error.issues;
  return new CodedError({
    code: 'INVALID_INPUT',
    message: first?.message ?? ipcErrorText.invalidInput,
    ...(first === undefined || first.path.length === 0 ? {} : { details: first.path.map(String).join('.') }),
  });
}
