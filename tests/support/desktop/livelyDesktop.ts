import { test as base } from './fixture';
import { startNotificationDaemon, type NotificationDaemon } from './notificationDaemon';
import { startWindowManager, type WindowManager } from './windowManager';

interface LivelyDesktop {
  readonly notifications: NotificationDaemon;
  readonly windows: WindowManager;
}

/** The ordinary test on a desktop that has more to it: for those tests that name it, and while they run. */
export const test = base.extend<LivelyDesktop>({
  notifications: async ({}, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', 'dunst is for Linux');
    const daemon = await startNotificationDaemon();
    await use(daemon);
    await daemon.close();
  },
  windows: async ({}, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', 'openbox is for Linux');
    const manager = await startWindowManager();
    await use(manager);
    await manager.close();
  },
});
