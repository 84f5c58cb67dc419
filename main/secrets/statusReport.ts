import type { KeychainState, KeychainStatus } from '../../shared/domain/connection/keychain';
import { keyOf } from './keychainEntries';
import type { KeychainText } from './keychainText';
import type { SecretLedger } from './secretLedger';

/** What people read about the keychain, and whether they have already read it. */
export interface StatusReport {
  status(): KeychainStatus;
  /** Reports the status if it changed. */
  check(): void;
  /**
   * Someone is waiting for a deletion, so it isn't news yet.
   * @returns a function to call when nobody is waiting anymore, with whether it was done by then
   */
  awaitDeletion(key: string): (isDone: boolean) => void;
}

interface StatusReportDeps {
  readonly ledger: SecretLedger;
  readonly text: KeychainText;
  readonly state: () => KeychainState;
  /** Whether there are secrets that the keychain didn't accept. */
  readonly holdsAny: () => boolean;
  readonly changed: () => void;
}

export function createStatusReport(deps: StatusReportDeps): StatusReport {
  const { ledger, text, holdsAny, changed } = deps;
  const awaited = new Set<string>();
  let isAnyOverdue = false;

  const status = (): KeychainStatus => {
    const state = deps.state();
    const left = ledger.unwanted().filter((name) => !awaited.has(keyOf(name)));
    const isKnown = left.length > 0 && (state !== 'checking' || isAnyOverdue);
    return {
      state,
      explanation: state === 'os-keychain' && holdsAny() ? text.notTaken : text.state(state),
      leftBehind: isKnown ? text.leftBehind(left, state) : '',
    };
  };
  let reported = JSON.stringify(status());

  return {
    status,
    check() {
      const now = JSON.stringify(status());
      if (now === reported) return;
      reported = now;
      changed();
    },
    awaitDeletion(key) {
      awaited.add(key);
      return (isDone) => {
        if (!isDone) isAnyOverdue = true;
        awaited.delete(key);
      };
    },
  };
}
