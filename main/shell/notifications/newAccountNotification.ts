import type { Topic } from '../../../shared/bridge/channels';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { NewAccount } from '../../../shared/domain/redeem/redeem';
import { newAccountsText } from '../../../shared/domain/redeem/newAccountsText';
import { whereItHappened } from '../failures/crashReport';
import type { Log } from '../logging/log';
import { accountRefKey } from '../../../shared/util/accountKey';
import { notificationsText } from './notificationsText';

interface NewAccountNotificationDeps {
  readonly log: Log;
  /** The accounts that became reachable and that nobody has seen yet. */
  readonly newAccounts: () => readonly NewAccount[];
  /** Whether someone is looking at the app: then the page shows it. */
  readonly isLookedAt: () => boolean;
  /** @returns a function that shows a text; see `createNotification` */
  readonly notification: (clicked: () => void) => (text: string) => void;
  /** Shows these accounts in the window. */
  readonly show: (accounts: readonly AccountRef[]) => void;
}

/** Accounts arriving within this time of each other share a notification, in ms. */
const gatheredForMs = 1500;

/**
 * Offers accounts that became reachable by redeeming while nobody is looking at the app: each once, and a click opens them.
 * @returns the listener for every topic
 */
export function offerNewAccounts({
  log,
  newAccounts,
  isLookedAt,
  notification,
  show,
}: NewAccountNotificationDeps): (topic: Topic) => void {
  const known = new Set<string>();
  // What arrived while nobody was looking.
  let offered: readonly NewAccount[] = [];
  const notify = notification(() => {
    const accounts = offered.map(({ account }) => account);
    offered = [];
    show(accounts);
  });
  const tell = (): void => {
    if (isLookedAt()) offered = [];
    if (offered.length === 0) return;
    notify(notificationsText.clickToOpen(newAccountsText(offered.map(({ name }) => name)), offered.length));
  };
  let timer: NodeJS.Timeout | undefined;
  return (topic) => {
    if (topic !== 'redeem.changed') return;
    try {
      // Immediately: the page may show them, and have them dismissed, before the notification.
      const came = newAccounts().filter(({ account }) => !known.has(accountRefKey(account)));
      if (came.length === 0) return;
      for (const { account } of came) known.add(accountRefKey(account));
      offered = [...offered, ...came];
      clearTimeout(timer);
      timer = setTimeout(tell, gatheredForMs);
    } catch (error) {
      log.error(`Couldn’t notify of a new account: ${whereItHappened(error)}`);
    }
  };
}
