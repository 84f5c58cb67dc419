import type { IdentityLedger } from '../access/ledger/identityLedger';
import type { People } from '../people/people';
import type { AreaHandlers } from './handlers';

export const peopleHandlers = (
  { list, access, details, find, orphans }: People,
  { identityOf, decide }: IdentityLedger,
): AreaHandlers<'people'> => ({
  'people.list': list,
  'people.access': access,
  'people.details': details,
  'people.find': find,
  'people.orphans': orphans,
  'people.identity': ({ realm, userId }) => identityOf(realm, userId),
  'people.decide': (decision) => {
    decide(decision);
    return {};
  },
});
