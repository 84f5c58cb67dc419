import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useState } from 'react';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { useAppInfo } from '../../queries/settings';
import { dataPlaceTexts } from './dataPlaceText';
import { notificationTexts } from '../../components/consent/notificationText';

type Damaged = ChannelOutput<'app.info'>['damaged'][number];

/**
 * What is wrong with the app's own data: a full disk, what was found damaged at this start and where its copy is, that
 * another computer uses the same data, and that the system doesn't show the app's notifications.
 */
export function useDataNotices(): FlashbarProps.MessageDefinition[] {
  const info = useAppInfo();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const damaged = info?.damaged.filter(({ keptAs }) => !dismissed.includes(keptAs)) ?? [];
  const damageNotices = damaged.map(({ what, keptAs }) => ({
    id: `damaged ${what}`,
    type: 'error' as const,
    header: headers[what],
    content: `${texts[what]} The damaged file was kept as ${keptAs} in ${info?.dataFolder ?? ''}.`,
    dismissible: true,
    dismissLabel: 'Dismiss',
    onDismiss: () => {
      setDismissed((before) => [...before, keptAs]);
    },
  }));
  const warnings =
    info === undefined
      ? []
      : [...dataPlaceTexts(info.dataPlace), ...notificationTexts(info.platform, info.failedNotification)];
  const warningNotices = warnings
    .filter(({ id }) => !dismissed.includes(id))
    .map((text) => ({
      ...text,
      type: 'warning' as const,
      dismissible: true,
      dismissLabel: 'Dismiss',
      onDismiss: () => {
        setDismissed((before) => [...before, text.id]);
      },
    }));
  return [...(info?.diskFull === true ? [diskFull] : []), ...damageNotices, ...warningNotices];
}

const diskFull: FlashbarProps.MessageDefinition = {
  id: 'disk full',
  type: 'error',
  header: 'The disk of this computer is full',
  content:
    'What Amazon answered waits to be saved. Free some space and leave the app open: it goes on by itself.',
};

const headers: Readonly<Record<Damaged['what'], string>> = {
  database: 'Your data was damaged, so the app started without it',
  settings: 'Your settings were damaged, so the defaults apply',
};

const texts: Readonly<Record<Damaged['what'], string>> = {
  database:
    'Nothing changed at Amazon: connect again to read your accounts and invitations anew. Only the history kept on this computer is missing.',
  settings: 'Your accounts and invitations are not affected.',
};
