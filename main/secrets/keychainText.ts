import type { KeychainState } from '../../shared/domain/connection/keychain';
import type { SecretName } from './secretLedger';
import { formatList } from '../../shared/text/formats';
import { byCount, pluralize } from '../../shared/text/pluralize';

/** What people read about the keychain, with their system's names. */
export interface KeychainText {
  /** What the state means and what to do; empty when all is well. */
  readonly state: (state: KeychainState) => string;
  /** An entry can't be read while the keychain as a whole is in this state. */
  readonly unreadable: (state: KeychainState) => string;
  /** The keychain works, but didn't accept one secret. */
  readonly notTaken: string;
  /** These should have been deleted but haven't been yet. */
  readonly leftBehind: (names: readonly SecretName[], state: KeychainState) => string;
}

/** @param platform as Node names it: `darwin`, `win32`, `linux` */
export function keychainText(platform: string): KeychainText {
  const { keychain, whenMissing, whenLocked, whenRefused } = platformText(platform);
  const state: Record<KeychainState, string> = {
    checking: '',
    'os-keychain': '',
    'session-only': `${keychain} isn’t available, so sign-ins are kept in memory and end when the app quits. ${whenMissing}`,
    locked: `${keychain} is locked or doesn’t let this app in, so stored sign-ins can’t be read. Nothing is lost. ${whenLocked}`,
  };
  return {
    state: (now) => state[now],
    unreadable: (now) =>
      now === 'os-keychain' || now === 'checking'
        ? `${keychain} didn’t let this app read the stored sign-in. Nothing is lost. ${whenRefused}`
        : now === 'locked'
          ? state.locked
          : `${keychain} doesn’t answer, so the stored sign-in can’t be read. Nothing is lost. ${whenMissing}`,
    notTaken: `${keychain} didn’t take one of your sign-ins or client secrets, so that one is kept in memory and ends when the app quits. ${whenRefused}`,
    leftBehind: (names, now) => leftBehindText(subjectOf(names), now, names.length),
  };
}

/** @param subject what couldn't be deleted; @param count how many entries that is */
function leftBehindText(subject: string, state: KeychainState, count: number): string {
  switch (state) {
    case 'locked':
      return byCount(
        count,
        `${subject} couldn’t be deleted from your keychain because it’s locked. It will be deleted when it’s unlocked.`,
        `${subject} couldn’t be deleted from your keychain because it’s locked. They will be deleted when it’s unlocked.`,
      );
    case 'session-only':
      return byCount(
        count,
        `${subject} couldn’t be deleted from your keychain because it isn’t available. It will be deleted when it’s back.`,
        `${subject} couldn’t be deleted from your keychain because it isn’t available. They will be deleted when it’s back.`,
      );
    case 'checking':
      return byCount(
        count,
        `${subject} couldn’t be deleted from your keychain because it hasn’t answered yet. It will be deleted as soon as it does.`,
        `${subject} couldn’t be deleted from your keychain because it hasn’t answered yet. They will be deleted as soon as it does.`,
      );
    case 'os-keychain':
      return `${subject} couldn’t be deleted from your keychain because it refused. The app will try again when it starts next.`;
  }
}

function subjectOf(names: readonly SecretName[]): string {
  const signIns = names.filter(({ kind }) => kind === 'refresh-token').length;
  const secrets = names.length - signIns;
  if (signIns <= 1 && secrets <= 1) {
    if (secrets === 0) return 'The sign-in';
    return signIns === 0 ? 'The client secret' : 'The sign-in and client secret';
  }
  const counted = (count: number, what: string): string[] => (count === 0 ? [] : [pluralize(count, what)]);
  return formatList([...counted(signIns, 'sign-in'), ...counted(secrets, 'client secret')]);
}

interface PlatformText {
  readonly keychain: string;
  readonly whenMissing: string;
  readonly whenLocked: string;
  readonly whenRefused: string;
}

function platformText(platform: string): PlatformText {
  switch (platform) {
    case 'darwin':
      return {
        keychain: 'The macOS keychain',
        whenMissing: 'Log out of your Mac and back in, then choose Try again.',
        whenLocked:
          'Unlock your login keychain in Keychain Access, or choose Allow when macOS asks, then choose Try again.',
        whenRefused:
          'Choose Always Allow when macOS asks, or allow AMC Access Manager for its entries in Keychain Access, then choose Try again.',
      };
    case 'win32':
      return {
        keychain: 'Windows Credential Manager',
        whenMissing: 'Ask your IT whether a policy keeps programs from storing credentials.',
        whenLocked: 'Sign out of Windows and back in, then choose Try again.',
        whenRefused: 'Look at “AMC Access Manager” in Credential Manager, then choose Try again.',
      };
    default:
      return {
        keychain: 'This computer’s keyring',
        whenMissing: 'Install and unlock a keyring such as gnome-keyring or KWallet to stay signed in.',
        whenLocked: 'Unlock your keyring, then choose Try again.',
        whenRefused: 'Allow AMC Access Manager in your keyring, then choose Try again.',
      };
  }
}
