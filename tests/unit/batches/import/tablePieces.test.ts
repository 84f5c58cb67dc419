import { expect, test } from 'vitest';
import { readTable } from '../../../../main/batches/tables/readTable';
import { tableAnswer } from '../../../../main/batches/tables/request';
import { createTableCollector, piecesOf } from '../../../../main/batches/tables/tablePieces';

const textOf = (people: number): string =>
  [
    'Name,Email',
    ...Array.from({ length: people }, (_, at) => `Ann ${String(at)},ann.${String(at)}@northwind.example`),
  ].join('\n');

test.each([1, 999, 1000, 2500])(
  'a table of %i people is transferred in pieces without change',
  async (people) => {
    const table = await readTable({ text: textOf(people) }, {});
    const answers = [...piecesOf(table)].map((piece) => tableAnswer.parse(JSON.parse(JSON.stringify(piece))));
    const collector = createTableCollector();
    const last = answers.filter((answer) => !collector.take(answer));
    expect(answers.filter((answer) => answer.type === 'rows').every(({ rows }) => rows.length <= 1000)).toBe(
      true,
    );
    expect(answers.at(-1)).toBe(last[0]);
    expect(last.map((answer) => answer.type === 'read' && collector.whole(answer.table))).toEqual([table]);
  },
);
