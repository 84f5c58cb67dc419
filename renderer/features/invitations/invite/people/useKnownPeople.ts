import { matchesSearch } from '../../../../../shared/text/searchText';
import { useInvitations } from '../../../../queries/invitations';
import { knownPeople, type KnownPerson } from './knownPeople';

/** People who were invited before, by name or address, the latest first. @param search empty: anybody */
export function useKnownPeople(search: string): readonly KnownPerson[] {
  const { answer } = useInvitations({
    sort: 'createdAt',
    descending: true,
    limit: 100,
    offset: 0,
    ...(search.trim() === '' ? {} : { search: search.trim().slice(0, 200) }),
  });
  // Until the answer to this search is here, those of the one before that match: nothing moves under the pointer.
  return knownPeople(
    (answer?.page.invitations ?? []).filter(({ userName, emailAddress }) =>
      matchesSearch(`${userName}\n${emailAddress}`, search),
    ),
  );
}
