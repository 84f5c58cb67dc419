import { CodedError } from '../../../shared/errors';
import type { RecentInput } from './recentInput';
import { guardingErrorText } from './guardingErrorText';

interface ConsentDeps {
  readonly input: Pick<RecentInput, 'isRecent'>;
  /** Whether a screen reader or the like is in use: what it does in the page for a person isn't visible to us as input. */
  readonly isAssisted: () => boolean;
  /** Asks in a system dialog, which such programs can use. Resolves with true for yes. */
  readonly ask: () => Promise<boolean>;
}

/**
 * Whether the browser may be opened now: only after a person acted in our window. If assistive technology may have acted for
 * them, they are asked.
 * @returns the check, which rejects with a CodedError INPUT_NEEDED
 */
export const createBrowserConsent =
  ({ input, isAssisted, ask }: ConsentDeps): (() => Promise<void>) =>
  async () => {
    if (input.isRecent() || (isAssisted() && (await ask()))) return;
    throw new CodedError({
      code: 'INPUT_NEEDED',
      message: guardingErrorText.clickFirst,
      retryable: true,
    });
  };
