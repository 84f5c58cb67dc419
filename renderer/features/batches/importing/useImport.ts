import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';
import type { Batch } from '../../../../shared/domain/batch/batch';
import type { ImportOptions, ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { CodedError, toErrorBody } from '../../../../shared/errors';
import { api } from '../../../bridge/api';

/** How to read the open file, as far as a person answered. */
export type ImportAnswers = Omit<ImportOptions, 'importId'>;

export interface Import {
  /** Null until a file or a text is open. */
  readonly preview: ImportPreview | null;
  readonly answers: ImportAnswers;
  readonly busy: boolean;
  readonly error: CodedError | null;
  readonly openFile: () => void;
  readonly openText: (text: string) => void;
  /** Opens a file dropped on the window or opened with the app. */
  readonly openArrived: (file: ArrivedFile) => void;
  /** Reads the open file again, with other options. */
  readonly setAnswers: (change: ImportAnswers) => void;
  /** Adds the rows. @returns the batches created for rows that didn't fit; null if it failed */
  readonly add: () => Promise<readonly Batch[] | null>;
}

/**
 * One import from opening the file to adding its rows. Main keeps the file open while the screen that uses this is mounted; the
 * page gets previews of it.
 */
export function useImport(batchId: string): Import {
  const { preview, busy, error, ask, attempt } = usePreviewRequests();
  const [answers, storeAnswers] = useState<ImportAnswers>({});
  const gone = useRef(false);
  const leave = useEffectEvent(() => {
    if (preview !== null) letGo(preview);
  });
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      leave();
    };
  }, []);
  const open = (question: () => Promise<ImportPreview | null>): void => {
    void ask(async () => {
      const opened = await question();
      if (opened === null) return null;
      if (gone.current) {
        letGo(opened);
        return null;
      }
      if (preview !== null) letGo(preview);
      storeAnswers({});
      return opened;
    });
  };
  return {
    preview,
    answers,
    busy,
    error,
    openFile: () => open(async () => (await api.batches.openImport({ batchId })).preview),
    openArrived: ({ fileId }) =>
      open(async () => (await api.batches.openArrived({ batchId, fileId })).preview),
    openText: (text) => open(async () => (await api.batches.importText({ batchId, text })).preview),
    setAnswers(change) {
      if (preview === null) return;
      const { importId } = preview;
      const next = { ...answers, ...change };
      storeAnswers(next);
      void ask(
        async () => (await api.batches.previewImport({ batchId, options: { importId, ...next } })).preview,
      );
    },
    async add() {
      if (preview === null) return null;
      const { importId, furtherBatches } = preview;
      const options = { importId, ...answers, furtherBatches };
      return attempt(async () => (await api.batches.addImport({ batchId, options })).furtherBatches);
    },
  };
}

function letGo({ importId }: ImportPreview): void {
  void api.batches.closeImport({ importId }).catch(() => undefined);
}

/** The requests to main about an import, one at a time, with the preview of the latest answer. */
function usePreviewRequests() {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CodedError | null>(null);
  const requests = useRef(0);

  /** Only the answer to the last request counts. */
  const ask = async (question: () => Promise<ImportPreview | null>): Promise<void> => {
    requests.current += 1;
    const mine = requests.current;
    setBusy(true);
    setError(null);
    try {
      const answer = await question();
      if (mine === requests.current && answer !== null) setPreview(answer);
    } catch (thrown) {
      if (mine === requests.current) setError(codedOf(thrown));
    }
    if (mine === requests.current) setBusy(false);
  };
  /** @returns null if it failed */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    setError(null);
    try {
      return await work();
    } catch (thrown) {
      setError(codedOf(thrown));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { preview, busy, error, ask, attempt };
}

const codedOf = (thrown: unknown): CodedError =>
  thrown instanceof CodedError ? thrown : new CodedError(toErrorBody(thrown));
