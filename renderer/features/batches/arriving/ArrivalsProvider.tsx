import { useMutation } from '@tanstack/react-query';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';
import { CodedError } from '../../../../shared/errors';
import { api } from '../../../bridge/api';
import { isModalOpen } from '../../../components/dom/isModalOpen';
import { useDismissArrivedFile, useArrivedFile } from '../../../queries/arrivedFile';
import { useConnections } from '../../../queries/connections';
import { quietKey } from '../../../queries/cache/quietMutations';
import { goTo, useRoute } from '../../../navigation/useRoute';
import { ArrivalsContext, type Arrivals, type DropTarget } from './arrivalsContext';
import { arrivalText } from './arrivalText';

interface ArrivalsProviderProps {
  /** False in a window that shows one batch or person: a file is dropped there on an open import only. */
  readonly opensFiles: boolean;
  readonly children: ReactNode;
}

/** Starts the import of files that are dropped on the window, on any screen, or opened with the app. */
export function ArrivalsProvider({ opensFiles, children }: ArrivalsProviderProps): ReactElement {
  const [begun, setBegun] = useState<Arrivals['begun']>(null);
  const aimed = useRef<DropTarget | null>(null);
  const refusal = useRefusal();
  const beginNow = async (file: ArrivedFile): Promise<void> => {
    const reason = refusal();
    if (reason !== null) throw refused(reason);
    if (file.kind === 'batchFile') {
      const { fileId } = await api.approvals.openArrived({ arrivedId: file.fileId });
      goTo({ screen: 'review', fileId });
      return;
    }
    const name = file.batchName;
    const { batch } = await api.batches.create(name === null ? {} : { name });
    setBegun({ batchId: batch.batchId, file });
    goTo({ screen: 'batch', batchId: batch.batchId });
  };
  const target = useCallback((): ReturnType<Arrivals['target']> => {
    const reason = refusal();
    if (reason !== null) return { text: reason, allowed: false };
    if (aimed.current === null) {
      return { text: opensFiles ? arrivalText.newBatch : arrivalText.mainWindowOnly, allowed: opensFiles };
    }
    return { text: aimed.current.text, allowed: aimed.current.take !== null };
  }, [refusal, opensFiles]);
  // A refusal is a small failure: Notices shows it on any screen.
  const { file: waiting } = useArrivedFile();
  const dismiss = useDismissArrivedFile();
  const { mutate: begin } = useMutation({
    mutationKey: quietKey,
    mutationFn: beginNow,
    // A refused file stays waiting.
    onSuccess: (_begun, { fileId }) => {
      if (waiting?.fileId === fileId) dismiss();
    },
  });
  const { mutate: drop } = useMutation({
    mutationKey: quietKey,
    mutationFn: async (files: readonly File[]): Promise<void> => {
      const { text, allowed } = target();
      if (!allowed) throw refused(text);
      const [only, ...others] = files;
      if (only === undefined) return;
      if (others.length > 0) throw refused(arrivalText.several(files.length));
      const { file } = await api.batches.dropFile(only);
      const take = aimed.current?.take ?? null;
      if (take !== null && file.kind === 'batchFile') throw refused(arrivalText.importOpen);
      if (take === null) await beginNow(file);
      else take(file);
    },
  });
  const arrivals = useMemo(
    (): Arrivals => ({
      begun,
      ended: () => setBegun(null),
      begin,
      drop,
      target,
      aim: (next) => {
        aimed.current = next;
        return () => {
          if (aimed.current === next) aimed.current = null;
        };
      },
    }),
    [begun, begin, drop, target],
  );
  // Until the connections are known, it isn't clear whether an import may begin.
  const isReady = useConnections() !== undefined;
  useOpenedFile(isReady && opensFiles ? waiting : null, (file) => {
    if (refusal() === null && aimed.current === null) begin(file);
  });
  return <ArrivalsContext value={arrivals}>{children}</ArrivalsContext>;
}

const refused = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });

/** Why no import may begin now, because it would interrupt what the person is doing; null: it may. */
function useRefusal(): () => string | null {
  const { screen } = useRoute();
  const connected = useConnections()?.length !== 0;
  return useCallback(() => {
    if (isModalOpen()) return arrivalText.dialogOpen;
    if (!connected) return arrivalText.notConnected;
    return screen === 'connect' || screen === 'editConnection' ? arrivalText.formOpen : null;
  }, [screen, connected]);
}

/** Starts with a file opened with the app, once. If it can't, Notices offers it. */
function useOpenedFile(file: ArrivedFile | null, begin: (file: ArrivedFile) => void): void {
  const seen = useRef<string | null>(null);
  const arrived = useEffectEvent((opened: ArrivedFile) => {
    if (seen.current === opened.fileId) return;
    seen.current = opened.fileId;
    begin(opened);
  });
  useEffect(() => {
    if (file !== null) arrived(file);
  }, [file]);
}
