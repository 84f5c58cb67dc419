import { soonDays } from '../../../../shared/domain/invitation/soon';
import {
  isSameFilter,
  pendingOnly,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';
import { filterText } from './filterText';

export interface PresetView {
  readonly id: string;
  readonly text: string;
  readonly filter: InvitationFilter;
  /** What its name doesn't say. */
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
  { id: 'pending', text: filterText.pending, filter: pendingOnly },
  {
    id: 'lapsing',
    text: filterText.expiringSoon,
    filter: expiringSoon,
    remark: filterText.expiringSoonRemark,
  },
  {
    id: 'lapsed',
    text: filterText.expired,
    filter: recentlyExpired,
    remark: filterText.expiredRemark,
  },
  {
    id: 'admins',
    text: filterText.admins,
    filter: { states: ['pending'], roles: ['admin'] },
    remark: filterText.adminsRemark,
  },
  {
    id: 'mine',
    text: filterText.sentByMe,
    filter: { sentByMe: true },
    remark: filterText.sentByMeRemark,
  },
  { id: 'all', text: filterText.all, filter: {} },
];

/** The preset view that shows the same, ignoring the search text; null if none does. */
export const viewLike = ({ search, ...filter }: InvitationFilter): PresetView | null =>
  presetViews.find((view) => isSameFilter(view.filter, filter)) ?? null;
