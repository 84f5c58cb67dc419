import { channels, type Area } from '../../shared/bridge/channels';
import { CodedError, toErrorBody, type Envelope } from '../../shared/errors';
import type { Bridge, Functions } from '../../shared/bridge/ipc';

type EnvelopedFunction = (input: unknown) => Promise<Envelope<unknown>>;

/** The bridge as plain async functions: each returns the result or throws a CodedError, so that no caller handles envelopes. */
export function openBridge(bridge: Bridge): Functions {
  // The channel list and both mapped types come from one source, so walking it builds exactly `Functions`.
  const areas = bridge as unknown as Record<Area, Record<string, EnvelopedFunction | undefined>>;
  const opened = Object.entries(channels).map(([area, names]) => [
    area,
    Object.fromEntries(names.map((name) => [name, opener(areas[area as Area][name])])),
  ]);
  return Object.fromEntries(opened) as Functions;
}

function opener(call: EnvelopedFunction | undefined): (input?: unknown) => Promise<unknown> {
  return async (input) => {
    const envelope = await answerOf(call, input);
    if ('error' in envelope) throw new CodedError(envelope.error);
    return envelope.ok;
  };
}

/** A bridge that fails outright (for example while the main process restarts) is reported like any failure. */
async function answerOf(call: EnvelopedFunction | undefined, input: unknown): Promise<Envelope<unknown>> {
  if (call === undefined) return { error: toErrorBody(undefined) };
  try {
    return await call(input ?? {});
  } catch (thrown) {
    return { error: toErrorBody(thrown) };
  }
}
