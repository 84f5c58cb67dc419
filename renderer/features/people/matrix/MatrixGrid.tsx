import './matrix.css';
import { useEffect, useLayoutEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import { memberPersonKey } from '../../../../shared/domain/person/memberPerson';
import { useVirtualItems } from '../../../components/grid/useVirtualItems';
import { useNow } from '../../../components/useNow';
import { within, type Place } from './matrixKeys';
import { MatrixHeader } from './MatrixHeader';
import type { MatrixContents } from './matrixPlaces';
import { MatrixRow } from './MatrixRow';
import { matrixText } from './matrixText';
import { useMatrixInput } from './useMatrixInput';
import { useMatrixSizes, type MatrixSizes } from './useMatrixSizes';

interface MatrixGridProps extends MatrixContents {
  /** The cell with the tab stop. */
  readonly active: Place;
  readonly setActive: (place: Place) => void;
}

/** People and accounts as a grid, of which only what is in view is drawn. */
export function MatrixGrid(props: MatrixGridProps): ReactElement {
  const { people, accounts, cells, setActive } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow();
  const sizes = useMatrixSizes(scroller);
  const extent = { rows: people.length, columns: accounts.length, pageRows: sizes.pageRows };
  const active = within(props.active, extent);
  const { events, inside } = useMatrixInput({ contents: props, active, extent, setActive });
  const rows = useVirtualItems({
    ...{ scroller, count: people.length, itemSize: sizes.rowHeight, headerSize: sizes.headerHeight },
    ...{ beyond: 6, always: Math.max(0, active.row) },
  });
  const columns = useVirtualItems({
    ...{ scroller, horizontal: true, count: accounts.length, itemSize: sizes.columnWidth },
    ...{ headerSize: sizes.personWidth, beyond: sizes.isNarrow ? 0 : 2, always: Math.max(0, active.column) },
  });
  const { show: showRow } = rows;
  const { show: showColumn } = columns;
  useEffect(() => {
    if (active.row >= 0) showRow(active.row);
  }, [showRow, active.row]);
  useEffect(() => {
    if (active.column >= 0) showColumn(active.column);
  }, [showColumn, active.column, sizes.columnWidth]);
  // The focus follows the active cell, whose element may be another one after scrolling.
  useLayoutEffect(() => {
    const cell = scroller.current?.querySelector<HTMLElement>('[data-active]');
    if (inside.current && cell && document.activeElement !== cell) cell.focus({ preventScroll: true });
  }, [inside, active.row, active.column, rows.items, columns.items]);
  return (
    <div
      ref={scroller}
      className={`matrix${sizes.isNarrow ? ' is-narrow' : ''}`}
      role="grid"
      aria-label={matrixText.grid}
      aria-rowcount={people.length + 1}
      aria-colcount={accounts.length + 1}
      aria-readonly
      style={widthsOf(sizes)}
      {...events}
    >
      <div
        className="matrix-rows"
        role="presentation"
        style={{ blockSize: rows.size, inlineSize: columns.size }}
      >
        <MatrixHeader
          accounts={accounts}
          columns={columns.items}
          active={active.row === -1 ? active.column : null}
          now={now}
        />
        {rows.items.map(({ index, start }) => {
          const person = people[index];
          if (person === undefined) return null;
          const key = memberPersonKey(person);
          return (
            <MatrixRow
              key={key}
              {...{ person, index, accounts, now }}
              cells={cells.get(key)}
              top={start}
              columns={columns.items}
              active={active.row === index ? active.column : null}
            />
          );
        })}
      </div>
    </div>
  );
}

/** For matrix.css. */
const widthsOf = ({ personWidth, columnWidth }: MatrixSizes): CSSProperties => ({
  ['--person-width' as string]: `${String(personWidth)}px`,
  ['--column-width' as string]: `${String(columnWidth)}px`,
});
