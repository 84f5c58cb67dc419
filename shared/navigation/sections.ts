import type { AccountRef } from '../domain/account/account';
import type { Route } from './routes';

/**
 * The sections of the app in their order. The side bar, the palette, the menu and, for those with one, the keys (Ctrl or Cmd
 * with 1, 2, …) and `docs/shortcuts.md` follow this list.
 */
export const sections = [
  { id: 'home', title: 'Home' },
  { id: 'accounts', title: 'Accounts' },
  { id: 'invitations', title: 'Invitations' },
  { id: 'people', title: 'People' },
  { id: 'instances', title: 'To add to instances' },
  { id: 'batches', title: 'Batches' },
  { id: 'redeem', title: 'Redeem' },
  { id: 'operations', title: 'Operations' },
  { id: 'activity', title: 'Activity' },
  { id: 'settings', title: 'Settings' },
] as const;

type Section = (typeof sections)[number];
export type SectionId = Section['id'];

/** Those with a key: there are nine digits, and each keeps its own. */
export const keyedSections = sections.filter(
  (section): section is Exclude<Section, { readonly id: 'instances' }> => section.id !== 'instances',
);
export type KeyedSectionId = (typeof keyedSections)[number]['id'];

/** Where a section begins. @param scope the account on screen: invitations and activity stay with it */
export function sectionRoute(id: SectionId, scope: AccountRef | null): Route {
  switch (id) {
    case 'invitations':
    case 'activity':
      return { screen: id, account: scope };
    case 'operations':
      return { screen: id, runId: null };
    default:
      return { screen: id };
  }
}

/** The section of each screen, marked in the side bar. */
export const sectionOfScreen: Readonly<Record<Route['screen'], SectionId>> = {
  welcome: 'home',
  home: 'home',
  accounts: 'accounts',
  invitations: 'invitations',
  members: 'accounts',
  people: 'people',
  matrix: 'people',
  orphans: 'people',
  memberPerson: 'people',
  person: 'people',
  leavers: 'people',
  leaver: 'people',
  instances: 'instances',
  invite: 'invitations',
  activity: 'activity',
  operations: 'operations',
  batches: 'batches',
  batch: 'batches',
  review: 'batches',
  redeem: 'redeem',
  connect: 'settings',
  editConnection: 'settings',
  settings: 'settings',
};
