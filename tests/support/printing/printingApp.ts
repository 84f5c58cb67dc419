import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LeaverProof } from '../../../main/leavers/proof/leaverProof';
import type { ErrorBody } from '../../../shared/errors';
import { runSmallApp } from '../desktop/smallApp';

/** What to print: a proof as the app saves it, or any HTML. */
export type PrintJob = { readonly file: string; readonly limitMs?: number } & (
  { readonly proof: LeaverProof } | { readonly html: string }
);

/** How printing ended. */
export interface PrintEnd {
  /** Null if it succeeded. */
  readonly error: ErrorBody | null;
  readonly ms: number;
  /**
   * While a proof was being printed: windows, visible ones, and whether dialogs would be attached to that window or to an
   * ordinary one beside it.
   */
  readonly whilePrinting: {
    readonly windows: number;
    readonly visible: number;
    readonly isShown: boolean;
    readonly isOrdinaryShown: boolean;
  } | null;
  readonly windowsLeft: number;
}

/**
 * Has Electron print with the product's own code and guards.
 * @param folder an empty one, for the built app, its profile and the PDFs
 */
export async function printInElectron(folder: string, jobs: readonly PrintJob[]): Promise<PrintEnd[]> {
  writeFileSync(join(folder, 'jobs.json'), JSON.stringify(jobs));
  await runSmallApp(folder, { main: join(import.meta.dirname, 'main.ts') }, []);
  return JSON.parse(readFileSync(join(folder, 'ends.json'), 'utf8')) as PrintEnd[];
}
