import { useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { isMac } from '../../../components/dom/isMac';
import { goTo } from '../../../navigation/useRoute';
import { placeAfter, type Extent, type Place } from './matrixKeys';
import { isEmptyCell, placeOfElement, routeOfPlace, type MatrixContents } from './matrixPlaces';

interface MatrixInput {
  readonly events: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
  /** Whether the focus is in the grid, or was in an element that scrolled away. */
  readonly inside: RefObject<boolean>;
}

interface MatrixInputOptions {
  readonly contents: MatrixContents;
  readonly active: Place;
  readonly extent: Extent;
  readonly setActive: (place: Place) => void;
}

/** Keys move between the cells, Enter opens one; a click does both, unless the cell is empty. */
export function useMatrixInput({ contents, active, extent, setActive }: MatrixInputOptions): MatrixInput {
  const inside = useRef(false);
  const open = (place: Place): void => {
    const route = routeOfPlace(place, contents);
    if (route !== null) goTo(route);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = placeAfter(active, event, extent, isMac);
    if (to === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (to === null) open(active);
    else setActive(to);
  };
  const onClick = (event: MouseEvent): void => {
    const place = placeOfElement(event.target);
    if (place === null) return;
    inside.current = true;
    setActive(place);
    if (!isEmptyCell(place, contents)) open(place);
  };
  const onFocus = (): void => {
    inside.current = true;
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) inside.current = false;
  };
  return { events: { onKeyDown, onClick, onFocus, onBlur }, inside };
}
