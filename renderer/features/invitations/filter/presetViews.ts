import { soonDays } from '../../../../shared/domain/invitation/soon';
import {
  isSameFilter,
  pendingOnly,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';

export interface PresetView {
  readonly id: string;
  readonly text: string;
  readonly filter: InvitationFilter;
  /** What its name does not say. */
  readonly remark?: string;
}

/** As `invitations.overview` counts them. */
export const expiringSoon: InvitationFilter = { states: ['pending'], expiresWithinDays: soonDays };
/** As `invitations.overview` counts them. */
export const recentlyExpired: InvitationFilter = {
  states: ['lapsed'],
  stateChangedWithinDays: 30,
  latestOnly: true,
};
/** As `invitations.overview` counts them. */
export const recentlyAccepted: InvitationFilter = { states: ['accepted'], stateChangedWithinDays: 7 };

/** What people look for most, one click each. */
export const presetViews: readonly PresetView[] = [
  { id: 'pending', text: 'Pending', filter: pendingOnly },
  {
    id: 'lapsing',
    text: 'Lapsing in 3 days',
    filter: expiringSoon,
    remark: 'Pending invitations that lapse within 3 days. Over all accounts: those you can resend.',
  },
  {
    id: 'lapsed',
    text: 'Lapsed',
    filter: recentlyExpired,
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
export const viewLike = ({ search, ...filter }: InvitationFilter): PresetView | null =>
  presetViews.find((view) => isSameFilter(view.filter, filter)) ?? null;
