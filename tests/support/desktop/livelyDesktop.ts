import { test as base } from './fixture';
import { startNotificationDaemon, type NotificationDaemon } from './notificationDaemon';
import { startWindowManager, type WindowManager } from './windowManager';

interface LivelyDesktop {
  readonly notifications: NotificationDaemon;
  readonly windows: WindowManager;
}

interface WorkerFixtures {
  readonly sharedWindowManager: WindowManager | null;
}

/**
 * The ordinary test on a desktop with more services. Its worker fixtures give it a separate worker, so that no window of a shared
 * app is on the display: titles and focus are the tested app's.
 */
export const test = base.extend<LivelyDesktop, WorkerFixtures>({
  notifications: async ({}, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', 'dunst is for Linux');
    const daemon = await startNotificationDaemon();
    await use(daemon);
    await daemon.close();
  },
  windows: async ({ sharedWindowManager }, use, testInfo) => {
    testInfo.skip(sharedWindowManager === null, 'openbox is for Linux');
    if (sharedWindowManager !== null) await use(sharedWindowManager);
  },
  sharedWindowManager: [
    async ({}, use) => {
      const manager = process.platform === 'linux' ? await startWindowManager() : null;
      await use(manager);
      await manager?.close();
    },
    { scope: 'worker' },
  ],
});
