import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { topics, type Area, type Topic } from '../../../shared/bridge/channels';
import { coalesce } from '../../../shared/util/coalesce';

/**
 * Which query areas an event invalidates. An invitation added or removed changes the counts of its account and batch, an
 * operation those of its batch; with a connection its accounts change, and their invitations in the list of all.
 */
const areasOf: Record<Topic, readonly Area[]> = {
  'connections.changed': ['connections', 'accounts', 'invitations', 'redeem', 'instances'],
  'accounts.changed': ['accounts', 'people', 'leavers', 'instances'],
  'invitations.changed': ['invitations', 'accounts', 'batches', 'members', 'people', 'leavers', 'instances'],
  'members.changed': ['members', 'people', 'leavers', 'instances'],
  'people.changed': ['members', 'people', 'directory', 'leavers', 'instances'],
  'instances.changed': ['instances', 'invitations', 'people', 'activity'],
  'team.changed': ['team', 'outbox', 'approvals', 'instances'],
  'operations.changed': ['outbox', 'activity', 'batches', 'people', 'leavers'],
  'redeem.changed': ['redeem'],
  'batches.changed': ['batches', 'people', 'approvals'],
  'settings.changed': ['settings', 'approvals'],
  'approvals.changed': ['approvals', 'batches'],
  'windows.changed': ['windows'],
  'app.changed': ['app'],
};

/** A batch's rows show the current state of their invitations, and follow the journal. */
const partsOf: Partial<Record<Topic, readonly (readonly string[])[]>> = {
  'invitations.changed': [
    ['outbox', 'batchStatuses'],
    ['outbox', 'batchReport'],
    ['team', 'doubles'],
  ],
  'operations.changed': [['team', 'soloOffer']],
  'instances.changed': [['outbox', 'batchReport']],
  // What colleagues invited, did, learned and decided.
  'team.changed': [
    ['activity'],
    ['invitations', 'details'],
    ['members', 'history'],
    ['invitations', 'byColleagues'],
    ['people', 'details'],
    ['people', 'identity'],
    ['people', 'list'],
    ['people', 'proposedErasures'],
  ],
  // The details name the member who accepted.
  'members.changed': [['invitations', 'details']],
  'people.changed': [['invitations', 'details']],
};

/** What covers everybody and every account: large answers, which all people's readings change a little. */
const ofEverybody: readonly QueryKey[] = [
  ['people', 'accounts'],
  ['people', 'cells'],
  ['people', 'domains'],
];
const isOfEverybody = ([area, part]: QueryKey): boolean =>
  ofEverybody.some((key) => key[0] === area && key[1] === part);

/** While changes are being sent, events come many times a second; what is on screen is queried at most this often (ms). */
const askAgainEveryMs = 250;

/** The same for what covers everybody. */
const askForEverybodyEveryMs = 2_000;

/** Queries again what is on screen when main reports a change. Every query key starts with its area. */
export function invalidateOnEvents(client: QueryClient): void {
  const askForEverybody = coalesce(async () => {
    await Promise.all(ofEverybody.map((queryKey) => client.invalidateQueries({ queryKey })));
  }, askForEverybodyEveryMs);
  for (const topic of topics) {
    const keys = [...areasOf[topic].map((area) => [area]), ...(partsOf[topic] ?? [])];
    const askAgain = coalesce(async () => {
      const predicate = ({ queryKey }: { readonly queryKey: QueryKey }): boolean => !isOfEverybody(queryKey);
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey, predicate })));
    }, askAgainEveryMs);
    const concernsEverybody = areasOf[topic].includes('people');
    window.amc.events.on(topic, () => {
      askAgain();
      if (concernsEverybody) askForEverybody();
    });
  }
}
