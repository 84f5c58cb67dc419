import { describe, expect, it } from 'vitest';
import { keychainText } from '../../../main/secrets/keychainText';
import type { SecretName } from '../../../main/secrets/secretLedger';
import { keychainStates } from '../../../shared/domain/connection/keychain';

const signIn: SecretName = { connectionId: 'c1', kind: 'refresh-token' };
const secret: SecretName = { connectionId: 'c1', kind: 'client-secret' };

describe('text about the keychain', () => {
  it.each([
    ['darwin', /macOS keychain/, /Keychain Access/],
    ['win32', /Windows Credential Manager/, /Windows/],
    ['linux', /keyring/, /keyring/],
  ])('uses the names %s has, and no other system’s', (platform, itsName, remedy) => {
    const text = keychainText(platform);
    const all = [
      ...keychainStates.flatMap((state) => [text.state(state), text.unreadable(state)]),
      text.notTaken,
    ].filter((sentence) => sentence !== '');
    expect(all.length).toBeGreaterThan(4);
    for (const sentence of all) {
      expect(sentence).toMatch(itsName);
      if (platform !== 'linux') expect(sentence).not.toMatch(/gnome|KWallet|keyring/i);
      if (platform !== 'darwin') expect(sentence).not.toMatch(/macOS|Keychain Access|your Mac/);
      if (platform !== 'win32') expect(sentence).not.toMatch(/Windows|Credential Manager/);
    }
    expect(text.state('locked')).toMatch(remedy);
    expect(text.state('os-keychain')).toBe('');
  });

  it.each([
    [[signIn], 'The sign-in couldn’t be deleted from your keychain because it’s locked. It will be'],
    [[secret], 'The client secret couldn’t be deleted from your keychain because it’s locked. It will be'],
    [[signIn, secret], 'The sign-in and client secret couldn’t be deleted'],
    [[signIn, signIn, secret], '2 sign-ins and 1 client secret couldn’t be deleted'],
  ])('counts what is left behind', (names, text) => {
    expect(keychainText('linux').leftBehind(names, 'locked')).toContain(text);
  });

  it('gives a reason for every state of the keychain', () => {
    const text = keychainStates.map((state) => keychainText('linux').leftBehind([signIn], state));
    expect(new Set(text).size).toBe(keychainStates.length);
  });
});
