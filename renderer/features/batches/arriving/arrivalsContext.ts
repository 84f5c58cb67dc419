import { createContext, use, useEffect } from 'react';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';

/** Takes a file that is dropped while an import is open, in place of a new batch. */
export interface DropTarget {
  /** What is said over the window while a file is dragged, for example "Drop to import this file instead". */
  readonly text: string;
  /** Null: the file is refused, with the text. */
  readonly take: ((file: ArrivedFile) => void) | null;
}

export interface Arrivals {
  /** The import that a dropped or opened file has begun, until its wizard closes. */
  readonly begun: { readonly batchId: string; readonly file: ArrivedFile } | null;
  /** The wizard of `begun` has closed. */
  readonly ended: () => void;
  /** Imports a file into a new batch named after it, unless something on screen forbids it now, which is then said. */
  readonly begin: (file: ArrivedFile) => void;
  /** The same for dropped files, of which there may be one. */
  readonly drop: (files: readonly File[]) => void;
  /** What a drop would do now. */
  readonly target: () => { readonly text: string; readonly allowed: boolean };
  /** Makes an open import the target of drops. @returns what ends that */
  readonly aim: (target: DropTarget) => () => void;
}

export const ArrivalsContext = createContext<Arrivals | null>(null);

/** Files that were dropped on the window or opened with the app. */
export function useArrivals(): Arrivals {
  const arrivals = use(ArrivalsContext);
  if (arrivals === null) throw new Error('useArrivals needs an ArrivalsProvider above it');
  return arrivals;
}

/** While the component is there, dropped files go to it. */
export function useDropTarget(target: DropTarget): void {
  const { aim } = useArrivals();
  useEffect(() => aim(target));
}
