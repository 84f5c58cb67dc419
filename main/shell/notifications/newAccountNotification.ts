import type { Topic } from '../../../shared/bridge/channels';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { NewAccount } from '../../../shared/domain/redeem/redeem';
import { newAccountsText } from '../../../shared/domain/redeem/newAccountsText';
import { whereItHappened } from '../failures/crashReport';
import type { Log } from '../logging/log';
import { accountRefKey } from '../../../shared/util/accountKey';

interface NewAccountNotificationDeps {
  readonly log: Log;
  /** The accounts that came into reach and that nobody was shown yet. */
  readonly newAccounts: () => readonly NewAccount[];
  /** Whether somebody looks at the app: then the page tells it. */
  readonly isLookedAt: () => boolean;
  /** @returns the function that tells a text; see `createNotification` */
  readonly notification: (clicked: () => void) => (text: string) => void;
  /** Shows these accounts in the window. */
  readonly show: (accounts: readonly AccountRef[]) => void;
}

/** What comes sooner after one another than this is told of together, in ms. */
const gatheredForMs = 1500;

/**
 * Offers accounts that came into reach by redeeming while nobody looks at the app: each once, and a click opens them.
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
  // What came while nobody looked, until somebody does.
  let offered: readonly NewAccount[] = [];
  const notify = notification(() => {
    const accounts = offered.map(({ account }) => account);
    offered = [];
    show(accounts);
  });
  const tell = (): void => {
    if (isLookedAt()) offered = [];
    if (offered.length === 0) return;
    const it = offered.length === 1 ? 'it' : 'them';
    notify(`${newAccountsText(offered.map(({ name }) => name))} Click to open ${it}.`);
  };
  let timer: NodeJS.Timeout | undefined;
  return (topic) => {
    if (topic !== 'redeem.changed') return;
    try {
      // At once: the page may show them, and have them forgotten, before they are told of.
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
