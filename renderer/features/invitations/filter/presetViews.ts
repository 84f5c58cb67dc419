import {
  isSameFilter,
  pendingOnly,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';

export interface ReadyView {
  readonly id: string;
  readonly text: string;
  readonly filter: InvitationFilter;
  /** What its name does not say. */
  readonly remark?: string;
}

/** As `invitations.overview` counts them. */
export const lapsingSoon: InvitationFilter = { states: ['pending'], expiresWithinDays: 3 };
/** As `invitations.overview` counts them. */
export const lapsedLately: InvitationFilter = {
  states: ['lapsed'],
  stateChangedWithinDays: 30,
  latestOnly: true,
};
/** As `invitations.overview` counts them. */
export const acceptedLately: InvitationFilter = { states: ['accepted'], stateChangedWithinDays: 7 };

/** What people look for most, one click each. */
export const readyViews: readonly ReadyView[] = [
  { id: 'pending', text: 'Pending', filter: pendingOnly },
  {
    id: 'lapsing',
    text: 'Lapsing in 3 days',
    filter: lapsingSoon,
    remark: 'Pending invitations that lapse within 3 days. Over all accounts: those you can resend.',
  },
  {
    id: 'lapsed',
    text: 'Lapsed',
    filter: lapsedLately,
    remark: 'Lapsed in the last 30 days, and the person has no newer invitation.',
  },
  {
    id: 'admins',
    text: 'Admins',
    filter: { states: ['pending'], roles: ['admin'] },
    remark: 'Pending invitations of admins.',
  },
  {
    id: 'mine',
    text: 'Sent by me',
    filter: { sentByMe: true },
    remark: 'Sent with this app on this computer, in any state.',
  },
  { id: 'all', text: 'All', filter: {} },
];

/** The ready view that shows the same, whatever text is looked for; null when none does. */
export const viewLike = ({ search, ...filter }: InvitationFilter): ReadyView | null =>
  readyViews.find((view) => isSameFilter(view.filter, filter)) ?? null;
