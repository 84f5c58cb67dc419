import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useState } from 'react';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { useAppInfo } from '../../queries/settings';
import { dataPlaceTexts } from './dataPlaceText';
import { notificationTexts } from '../../components/consent/notificationText';
import { noticesText } from './noticesText';

type Damaged = ChannelOutput<'app.info'>['damaged'][number];

/**
 * Problems with the app's own data: a full disk, files found damaged at this start with the location of their copies, another
 * computer using the same data, and the system not showing the app's notifications.
 */
export function useDataNotices(): FlashbarProps.MessageDefinition[] {
  const info = useAppInfo();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const damaged = info?.damaged.filter(({ keptAs }) => !dismissed.includes(keptAs)) ?? [];
  const damageNotices = damaged.map(({ what, keptAs }) => ({
    id: `damaged ${what}`,
    type: 'error' as const,
    header: headers[what],
    content: noticesText.damagedFileNote(texts[what], keptAs, info?.dataFolder ?? ''),
    dismissible: true,
    dismissLabel: noticesText.dismiss,
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
      dismissLabel: noticesText.dismiss,
      onDismiss: () => {
        setDismissed((before) => [...before, text.id]);
      },
    }));
  return [...(info?.diskFull === true ? [diskFull] : []), ...damageNotices, ...warningNotices];
}

const diskFull: FlashbarProps.MessageDefinition = {
  id: 'disk full',
  type: 'error',
  header: noticesText.diskFullTitle,
  content: noticesText.diskFullBody,
};

const headers: Readonly<Record<Damaged['what'], string>> = {
  database: noticesText.databaseDamagedTitle,
  settings: noticesText.settingsDamagedTitle,
};

const texts: Readonly<Record<Damaged['what'], string>> = {
  database: noticesText.databaseDamagedBody,
  settings: noticesText.settingsDamagedBody,
};
