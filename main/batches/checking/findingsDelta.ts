import type { RowFinding } from '../../../shared/domain/batch/batch';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import type { Database } from '../../storage/database';
import { isEqual, type Checked } from './check';
import { forEachInSlices } from '../forEachInSlices';
import { revisionOf } from '../reading';
import { changedSince, readRowsInPieces } from '../rows';

type Answer = Pick<ChannelOutput<'batches.check'>, 'version' | 'whole' | 'findings'>;

/** The last answer for one batch: there is one page, and it has one batch open. */
interface LastAnswer {
  readonly batchId: string;
  readonly version: number;
  /** The rows' revision it is valid for. */
  readonly revision: number;
  readonly findings: Checked['findings'];
}

/** Keeps what the page knows, so that an answer need not repeat it: a long batch's answer takes the page a while. */
export interface FindingsDelta {
  /** The stored rows with their findings. @throws CodedError NOT_FOUND */
  open(batchId: string): Promise<Pick<ChannelOutput<'batches.get'>, 'rows' | 'version'>>;
  /**
   * The answer to a check: the rows whose findings differ from those at `since`, and those written since. All rows if that is no
   * longer known.
   * @param revision the batch's revision when the check was requested
   */
  answer(batchId: string, checked: Checked, request: DeltaRequest): Promise<Answer>;
}

interface DeltaRequest {
  readonly revision: number;
  /** The version of the answer that the page has. */
  readonly since: number | undefined;
}

export function createFindingsDelta(db: Database): FindingsDelta {
  let lastAnswer: LastAnswer | null = null;
  let lastVersion = 0;
  const remember = (next: Omit<LastAnswer, 'version'>): number => {
    lastVersion += 1;
    lastAnswer = { ...next, version: lastVersion };
    return lastVersion;
  };

  return {
    async open(batchId) {
      const revision = revisionOf(db, batchId);
      const rows = await readRowsInPieces(db, batchId);
      const findings = new Map(rows.map((row) => [row.rowId, row.findings]));
      return { rows, version: remember({ batchId, revision, findings }) };
    },
    async answer(batchId, { rows, findings }, { revision, since }) {
      const before = lastAnswer?.batchId === batchId && lastAnswer.version === since ? lastAnswer : null;
      const written = before === null ? null : changedSince(db, batchId, before.revision);
      const answered: { rowId: string; findings: RowFinding[] }[] = [];
      await forEachInSlices(rows, ({ rowId }) => {
        const found = findings.get(rowId) ?? [];
        const isNews =
          before === null || written === null
            ? found.length > 0
            : written.has(rowId) || !isEqual(found, before.findings.get(rowId) ?? []);
        if (isNews) answered.push({ rowId, findings: [...found] });
      });
      return {
        version: remember({ batchId, revision, findings }),
        whole: before === null,
        findings: answered,
      };
    },
  };
}
