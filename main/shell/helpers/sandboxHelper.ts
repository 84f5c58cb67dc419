import { join } from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import { z } from 'zod';
import { CodedError } from '../../../shared/errors';
import { helpersErrorText } from './helpersErrorText';

/** The sandbox's own process, started when first needed and again if it ends. */
export interface SandboxHelper {
  /** Where it listens, for example `http://127.0.0.1:41234`. */
  origin(): Promise<string>;
  stop(): void;
}

/** People in a new state file, so that accounts have more members than those who can sign in. */
const population = ['--members', '12', '--inherited-members', '5'];

const announcement = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), origin: z.url() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

/** @param entry the built `sandbox.js`; @param dataFolder stores its state across restarts of the app. */
export function createSandboxHelper(entry: string, dataFolder: string): SandboxHelper {
  let child: UtilityProcess | null = null;
  let starting: Promise<string> | null = null;

  const start = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const started = utilityProcess.fork(entry, ['--state', join(dataFolder, 'sandbox.db'), ...population], {
        serviceName: 'AMC sandbox',
        stdio: 'ignore',
      });
      child = started;
      started.once('message', (message: unknown) => {
        const parsed = announcement.safeParse(message);
        if (parsed.success && parsed.data.type === 'ready') resolve(parsed.data.origin);
        else
          reject(unavailable(parsed.success && parsed.data.type === 'failed' ? parsed.data.message : null));
      });
      started.once('exit', () => {
        if (child === started) {
          child = null;
          starting = null;
        }
        reject(unavailable(null));
      });
    });

  return {
    origin() {
      starting ??= start();
      return starting;
    },
    stop() {
      child?.kill();
    },
  };
}

const unavailable = (details: string | null): CodedError =>
  new CodedError({
    code: 'NETWORK',
    message: helpersErrorText.sandboxUnavailable,
    retryable: true,
    ...(details === null ? {} : { details }),
  });
