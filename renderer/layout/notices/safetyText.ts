import type { KeychainState } from '../../../shared/domain/connection/keychain';

export const certificateSwitchText = {
  header: 'Certificate checks stay on',
  content:
    'NODE_TLS_REJECT_UNAUTHORIZED is set to 0 on this computer, which tells programs not to check who they are connected to. AMC Access Manager ignores it. If connections fail because your office’s proxy inspects traffic, ask your IT to install its certificate in the system.',
} as const;

export const keychainHeaders: Record<KeychainState, string> = {
  checking: '',
  'os-keychain': 'One sign-in lasts until you quit',
  'session-only': 'Sign-ins last until you quit',
  locked: 'Your keychain is locked',
};

/** Before the link to Amazon's page. */
export const endAtAmazonText = 'To end its access at Amazon right away, remove the app under';
