import { mailboxKey } from '../../../shared/domain/invitation/person';
import { toSearchText } from '../../../shared/text/searchText';
import { likePattern } from '../../storage/likePattern';
import { isInAccounts, isOneOf, type ActivityFilter, type Conditions } from '../filter';

/**
 * A filter of the record as a filter of colleagues' entries, among the facts that the team shares.
 * @param values those of the record's own filter, which this one shares
 */
export function colleaguesConditionsOf(filter: ActivityFilter, values: Conditions['values']): Conditions {
  const { emailAddress, search = '' } = filter;
  const isSearched = search.trim() !== '';
  const conditions: readonly (readonly [boolean, string])[] = [
    // A person's few facts are found by the person, not among all by time.
    [true, `${emailAddress === undefined && filter.member === undefined ? '' : '+'}kind = 'activity'`],
    [filter.accounts !== undefined, isInAccounts],
    [filter.actions !== undefined, isOneOf('what', 'actions')],
    [filter.results !== undefined, isOneOf('outcome', 'results')],
    [filter.actor !== undefined, `body ->> 'actor' = :actor`],
    [emailAddress !== undefined, 'person = :person'],
    [filter.member !== undefined, 'realm = :memberRealm AND user_id = :memberId'],
    // Batches are known on the computer that has them.
    [filter.batch !== undefined, 'false'],
    [filter.from !== undefined, 'at >= :from'],
    [filter.to !== undefined, 'at < :to'],
    [isSearched, isFound],
  ];
  return {
    where: conditions.flatMap(([applies, condition]) => (applies ? [condition] : [])),
    values: {
      ...values,
      ...(emailAddress === undefined ? {} : { person: mailboxKey(emailAddress) }),
      ...(isSearched ? { searchText: likePattern(toSearchText(search)) } : {}),
    },
  };
}

const isFound = `(search_text LIKE :searchText ESCAPE '\\' OR account_id LIKE :search ESCAPE '\\'
  OR user_id LIKE :search ESCAPE '\\')`;
