import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import type { TeamRights } from '../../../shared/domain/team/storeTest';
import { formatList } from '../../../shared/text/formats';

/** What people read about the parts of a connection that hold. */
export const testStoreText = {
  host: ({ host }: StoreAddress) => `${host} answers.`,
  tls: ({ encryption, host }: StoreAddress) =>
    encryption === 'verified'
      ? `The connection is encrypted, and the certificate belongs to ${host}.`
      : 'The connection isn’t encrypted. It doesn’t leave this computer.',
  login: ({ login }: StoreAddress) => `Logged in as ${login}, without sending the password.`,
  version: (version: string) => `The server runs PostgreSQL ${version}.`,
  member: ({ login }: StoreAddress) => `${login} is admitted to the team’s tables.`,
  rights: ({ displayName, seesAll, mayDraft, maySend, mayAdminister }: TeamRights): string => {
    const rights = [
      ...(mayDraft ? ['draft'] : []),
      ...(maySend ? ['send'] : []),
      ...(mayAdminister ? ['administer the team'] : []),
    ];
    const accounts = seesAll ? 'all shared accounts' : 'selected shared accounts';
    return rights.length === 0
      ? `${displayName} can see ${accounts}, and change nothing.`
      : `${displayName} can see ${accounts}, and may ${formatList(rights)}.`;
  },
  schema: 'The database is set up for this version of the program.',
  maySetUp: 'The database isn’t set up for a team yet. This login may set it up.',
};
