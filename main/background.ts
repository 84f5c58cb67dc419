import { openableText } from '../shared/domain/account/instanceText';
import { reminderDays } from '../shared/domain/invitation/soon';
import { continuesAtStart, type Program } from './program';
import { startBackgroundRefresh } from './shell/lifecycle/backgroundRefresh';
import { onResume } from './shell/lifecycle/powerEvents';
import { whereItHappened } from './shell/failures/crashReport';
import { removeOldCopies } from './storage/copyBeforeRebuild';
import { startStateLogger } from './shell/logging/stateLogger';
import { createExpiryReminder } from './shell/notifications/expiryReminder';
import { offerNewAccounts } from './shell/notifications/newAccountNotification';
import { followEarlierNotifications } from './shell/notifications/notification';
import { notifyOfRuns } from './shell/notifications/runNotifications';
import { notificationsText } from './shell/notifications/notificationsText';

/** Logs changes of state and shows notifications. Call before the outbox resumes the last run's work. */
export function followChanges({
  log,
  db,
  window,
  windows,
  secrets,
  services,
  notifications,
  onChange,
}: Program): void {
  const { connections, outbox, redeem } = services;
  onChange(
    startStateLogger({ log, connections: connections.list, keychain: secrets.status, db }),
    notifyOfRuns({
      log,
      runs: () => outbox.status().runs,
      showProgress: window.showProgress,
      isLookedAt: windows.isFocused,
      notify: notifications.kind('operations', notificationsText.sendingFinished, window.showOperations),
    }),
    offerNewAccounts({
      log,
      newAccounts: redeem.newAccounts,
      isLookedAt: windows.isFocused,
      notification: (clicked) => notifications.kind('accounts', notificationsText.redeemed, clicked),
      show(accounts) {
        window.showAccounts(accounts);
        redeem.dismissNewAccounts();
      },
    }),
  );
}

/** Resumes what the last run left open, in shared accounts as soon as the team's database lets it. If another computer has used the data since, it waits for a person. */
export function recoverOutbox(program: Program): void {
  const { services, place } = program;
  services.outbox.recover({
    continueAtStart: continuesAtStart(program) && place.otherComputer === null,
  });
  void services.team.link.beat();
}

/** Keeps the accounts up to date and sends reminders of expiring invitations. @returns a function that stops it */
export function startBackground(program: Program): () => void {
  const { log, settings, window, windows, services, notifications, databaseFile } = program;
  try {
    removeOldCopies(databaseFile, Date.now());
  } catch (error) {
    // The next start tries again.
    log.warn(`An old copy of the data could not be removed: ${(error as Error).message}`);
  }
  const { access, refreshAll, members, retention, instances } = services;
  refreshAll.onEnded(members.background.start);
  refreshAll.onEnded(() => void instances.readDue());
  // After a sign-in, the accounts of one connection are read on their own.
  access.onRefreshed(() => {
    if (!refreshAll.progress().running) void instances.readDue();
  });
  // By then Amazon has answered, so that its clock is known.
  refreshAll.onEnded(() => {
    retention.eraseDue().then(
      (people) => {
        if (people > 0)
          log.info(`The time to keep the data of ${String(people)} people was over; it was erased.`);
      },
      (error: unknown) => {
        log.warn(`Data whose time is over could not be erased: ${whereItHappened(error)}`);
      },
    );
  });
  followEarlierNotifications(notifications, {
    operations: window.showOperations,
    lapsing: window.showExpiring,
    accounts: () => window.showAccounts([]),
  });
  const remind = createExpiryReminder({
    log,
    facts: () => ({
      now: Date.now(),
      wanted: settings.get().notifyLapsing,
      lastShownAt: settings.expiryReminderShownAt(),
      expiring: access.countExpiring(reminderDays),
    }),
    notify: notifications.kind('lapsing', notificationsText.aboutToExpire, window.showExpiring),
    rememberShown: settings.rememberExpiryReminder,
  });
  const notifyOfInstances = notifications.kind('accounts', notificationsText.firstInstance, () => {
    window.showAccounts([]);
  });
  instances.onFirst((appeared) => {
    if (!windows.isFocused()) notifyOfInstances(openableText(appeared));
  });
  return startBackgroundRefresh({
    refreshAfterMinutes: () => settings.get().refreshAfterMinutes,
    refresh: refreshAll.startQuietly,
    refreshed: refreshAll.idle,
    onResume,
    looked(occasion) {
      remind(occasion);
      void instances.readWaiting().then(instances.readDue);
    },
  });
}
