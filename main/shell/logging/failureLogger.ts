import { CodedError, type ErrorBody } from '../../../shared/errors';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { explained } from '../../storage/databaseErrors';
import { whereItHappened } from '../failures/crashReport';
import type { Log } from './log';

type AnyHandlers = Readonly<Record<string, (input: never, caller: never) => unknown>>;

/**
 * The same handlers, with every failure logged: the channel, the code and Amazon's request ID. The sentence for people is
 * omitted, because it may name them.
 * @param failed also called with every failure.
 */
export function logFailures<H extends AnyHandlers>(
  handlers: H,
  log: Log,
  failed: (thrown: unknown) => void,
): H {
  const watched = Object.entries(handlers).map(([channel, handler]) => [
    channel,
    async (input: never, caller: never) => {
      try {
        const output = await handler(input, caller);
        for (const error of partialFailures(channel, output)) log.warn(`${channel}: ${codeOf(error)}`);
        return output;
      } catch (thrown) {
        failed(thrown);
        const error = explained(thrown);
        if (error instanceof CodedError) log.warn(`${channel}: ${codeOf(error)}`);
        else log.error(`${channel}: ${whereItHappened(thrown)}`);
        throw thrown;
      }
    },
  ]);
  // The names and signatures are those of `handlers`.
  return Object.fromEntries(watched) as H;
}

/** A refresh succeeds even if some accounts couldn't be read. */
function partialFailures(channel: string, output: unknown): ErrorBody[] {
  switch (channel) {
    case 'accounts.refresh':
      return (output as ChannelOutput<'accounts.refresh'>).failures.map(({ error }) => error);
    case 'invitations.refresh':
      return (output as ChannelOutput<'invitations.refresh'>).results.flatMap(({ error }) => error ?? []);
    default:
      return [];
  }
}

const codeOf = ({
  code,
  requestId,
}: Pick<ErrorBody, 'code'> & { readonly requestId?: string | undefined }): string =>
  requestId === undefined ? code : `${code}, Amazon’s request ID ${requestId}`;
