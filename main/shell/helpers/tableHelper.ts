import {
  tableAnswer,
  type ReadOptions,
  type Table,
  type TableAnswer,
  type TableOrder,
  type TableSource,
  type TableToWrite,
} from '../../batches/tables/request';
import { createTableCollector } from '../../batches/tables/tablePieces';
import { CodedError } from '../../../shared/errors';
import { formatNumber } from '../../../shared/text/formats';
import { runHelper } from './runHelper';
import { helpersErrorText } from './helpersErrorText';

/** Reads and writes tables, each in a separate process, so that the app stays responsive. */
export interface TableHelper {
  /** Rejects with a CodedError. */
  read(source: TableSource, options: ReadOptions): Promise<Table>;
  /** Rejects with a CodedError, and then leaves no file. */
  write(table: TableToWrite): Promise<void>;
}

/** No readable file takes longer, in ms. */
const maxMs = 60_000;

/** No list of people takes more memory, in bytes; the system must not run out of it. */
const maxMemory = 1536 * 1024 * 1024;

/** @param entry the built `tables.js`; @param maxBytes max memory of its process */
export function createTableHelper(entry: string, maxBytes = maxMemory): TableHelper {
  const carryOut = (order: TableOrder, isPiece?: (answer: TableAnswer) => boolean): Promise<TableAnswer> =>
    runHelper({
      entry,
      serviceName: 'AMC tables',
      order,
      answer: tableAnswer,
      ...(isPiece === undefined ? {} : { isPiece }),
      ended: () => ended(order),
      maxMs,
      memory: { maxBytes, exceeded: () => tooMuchMemory(order, maxBytes) },
    });

  return {
    async read(source, options) {
      const order = { type: 'read', source, options } as const;
      const collector = createTableCollector();
      const answer = await carryOut(order, collector.take);
      if (answer.type === 'read') return collector.whole(answer.table);
      throw answer.type === 'failed' ? new CodedError(answer.error) : ended(order);
    },
    async write(table) {
      const order = { type: 'write', ...table } as const;
      const answer = await carryOut(order);
      if (answer.type === 'written') return;
      throw answer.type === 'failed' ? new CodedError(answer.error) : ended(order);
    },
  };
}

function tooMuchMemory({ type }: TableOrder, maxBytes: number): CodedError {
  const limit = `${formatNumber(maxBytes / 1024 ** 3)} GB`;
  return type === 'read'
    ? new CodedError({
        code: 'INVALID_INPUT',
        message: helpersErrorText.readingTooLarge(limit),
      })
    : new CodedError({
        code: 'FILE_NOT_SAVED',
        message: helpersErrorText.writingTooLarge(limit),
      });
}

/** The process probably ran out of time. */
const ended = ({ type }: TableOrder): CodedError =>
  type === 'read'
    ? new CodedError({
        code: 'INVALID_INPUT',
        message: helpersErrorText.readingEnded,
        retryable: true,
      })
    : new CodedError({
        code: 'FILE_NOT_SAVED',
        message: helpersErrorText.writingEnded,
        retryable: true,
      });
