import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorBody } from '../../../shared/errors';
import { runSmallApp } from '../desktop/smallApp';

/** How a reading ended whose helper takes memory without end. */
export interface GreedyEnd {
  /** The error the person sees; undefined if the reading succeeded or failed differently. */
  readonly error: ErrorBody | undefined;
  readonly helperIsAlive: boolean;
}

/**
 * Has Electron read a file with such a helper and this limit, using the product's own code around it.
 * @param folder an empty one, for the built app, its profile and its files
 */
export async function readGreedily(folder: string, maxBytes: number): Promise<GreedyEnd> {
  const input = {
    main: join(import.meta.dirname, 'main.ts'),
    greedy: join(import.meta.dirname, 'greedy.ts'),
  };
  await runSmallApp(folder, input, [String(maxBytes)]);
  return JSON.parse(readFileSync(join(folder, 'end.json'), 'utf8')) as GreedyEnd;
}
