import { soonDays } from '../../../../shared/domain/invitation/soon';
import { pluralize } from '../../../../shared/text/pluralize';

const soon = pluralize(soonDays, 'day');

/** What people read where they filter invitations. */
export const filterText = {
  // presetViews
  pending: 'Pending',
  expiringSoon: `Expiring in ${soon}`,
  expiringSoonRemark: `Pending invitations that expire within ${soon}. In all accounts: those you can resend.`,
  expired: 'Expired',
  expiredRemark: 'Expired in the last 30 days, and the person has no newer invitation.',
  admins: 'Admins',
  adminsRemark: 'Pending invitations of admins.',
  sentByMe: 'Sent by me',
  sentByMeRemark: 'Sent with this app on this computer, in any state.',
  all: 'All',

  // InvitationFilters
  view: 'View',
  searchPlaceholder: 'Find by name, email or inviter',
  searchLabel: 'Find invitations',

  // InvitationPropertyFilter
  propertyLabel: 'Narrow by property',
  propertyPlaceholder: 'Narrow by account, role, domain, date…',
  noValues: 'Nothing to select',
  readingValues: 'Reading the values',
  readFailed: 'Couldn’t read the values',
  tryAgain: 'Try again',

  // filterProperties
  instances: 'Instances',
  instancesStates: 'Access to instances',
  emailDomain: 'Email domain',
  emailDomains: 'Email domains',
  invitedBy: 'Invited by',
  expiresWithin: 'Expires within',
  changedWithin: 'State changed within',
  sentWithApp: 'Sent with this app',
  invitedAgain: 'Invited again since',
  deletedGroup: 'Deleted group',
  yes: 'Yes',
  no: 'No',

  onOrAfter: 'on or after',
  before: 'before',

  // DayField
  day: 'Day',
  dayPlaceholder: 'YYYY/MM/DD',
};
