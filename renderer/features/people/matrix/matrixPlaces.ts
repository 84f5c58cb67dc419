import type { MatrixAccount } from '../../../../shared/domain/person/matrix';
import { memberPersonKey, type MemberPerson } from '../../../../shared/domain/person/memberPerson';
import type { Route } from '../../../../shared/navigation/routes';
import { accountKey } from '../../../../shared/util/accountKey';
import type { CellsOfPeople } from '../../../queries/matrix';
import type { Place } from './matrixKeys';

/** What the grid shows. */
export interface MatrixContents {
  readonly people: readonly MemberPerson[];
  readonly accounts: readonly MatrixAccount[];
  readonly cells: CellsOfPeople;
}

/** The cell of a clicked element; null outside the cells. */
export function placeOfElement(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** Where a cell leads: to the person, or from a heading to the account's members. Null for a cell that doesn't exist. */
export function routeOfPlace(
  { row, column }: Place,
  { people, accounts }: Pick<MatrixContents, 'people' | 'accounts'>,
): Route | null {
  if (row === -1) {
    const account = accounts[column]?.account;
    return account === undefined ? null : { screen: 'members', account };
  }
  const person = people[row];
  if (person === undefined) return null;
  const { realm, userId } = person;
  return { screen: 'memberPerson', realm, userId };
}

/** Whether nothing is stored about a person in an account. Headings are never empty. */
export function isEmptyCell({ row, column }: Place, { people, accounts, cells }: MatrixContents): boolean {
  const person = people[row];
  const account = accounts[column];
  if (person === undefined || account === undefined) return false;
  return cells.get(memberPersonKey(person))?.has(accountKey(account)) !== true;
}
