import { writeFileSync } from 'node:fs';
import type { TableOrder } from '../../../main/batches/tables/request';

// Reads a file as no reader should: without end, and without yielding.

interface ParentPort {
  once(event: 'message', listener: (message: { readonly data: TableOrder }) => void): void;
}

const { parentPort } = process as { readonly parentPort?: ParentPort };
const rows: number[][] = [];

parentPort?.once('message', ({ data }) => {
  if (data.type === 'read' && 'file' in data.source) writeFileSync(data.source.file, String(process.pid));
  for (;;) rows.push(new Array<number>(1_000_000).fill(rows.length + 0.5));
});
