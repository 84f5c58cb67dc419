import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import Link from '@cloudscape-design/components/link';
import { useState } from 'react';
import { manageLoginWithAmazon } from '../../../shared/domain/connection/region';
import { useAppInfo, useCheckKeychain } from '../../queries/settings';
import type { Route } from '../../../shared/navigation/routes';
import { certificateSwitchText, endAtAmazonText, keychainHeaders } from './safetyText';
import { noticesText } from './noticesText';

type Notice = FlashbarProps.MessageDefinition;

/** What a person should know about how sign-ins are stored and how safely this computer connects. */
export function useSafetyNotices(route: Route): Notice[] {
  return [...useCertificateNotices(), ...useLeftBehindNotices(), ...useKeychainNotices(route)];
}

function useCertificateNotices(): Notice[] {
  const ignored = useAppInfo()?.certificateSwitchIgnored ?? false;
  const [dismissed, setDismissed] = useState(false);
  if (!ignored || dismissed) return [];
  return [
    {
      id: 'certificates',
      type: 'info',
      ...certificateSwitchText,
      dismissible: true,
      dismissLabel: noticesText.dismiss,
      onDismiss: () => {
        setDismissed(true);
      },
    },
  ];
}

/** Shown on every screen, and can't be dismissed: a sign-in that a person ended is still stored. */
function useLeftBehindNotices(): Notice[] {
  const leftBehind = useAppInfo()?.keychain.leftBehind ?? '';
  const check = useCheckKeychain();
  if (leftBehind === '') return [];
  return [
    {
      id: 'left behind',
      type: 'warning',
      header: noticesText.leftInKeychain,
      content: (
        <>
          {leftBehind} {endAtAmazonText}{' '}
          <Link href={manageLoginWithAmazon} external color="inverted">
            {noticesText.manageLoginWithAmazon}
          </Link>
        </>
      ),
      action: <Button onClick={check}>{noticesText.tryAgain}</Button>,
    },
  ];
}

/** Settings shows it in full. */
function useKeychainNotices(route: Route): Notice[] {
  const keychain = useAppInfo()?.keychain;
  const check = useCheckKeychain();
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (keychain === undefined || keychain.explanation === '') return [];
  if (route.screen === 'settings' || dismissed === keychain.state) return [];
  return [
    {
      id: 'keychain',
      type: 'warning',
      header: keychainHeaders[keychain.state],
      content: keychain.explanation,
      action: <Button onClick={check}>{noticesText.tryAgain}</Button>,
      dismissible: true,
      dismissLabel: noticesText.dismiss,
      onDismiss: () => {
        setDismissed(keychain.state);
      },
    },
  ];
}
