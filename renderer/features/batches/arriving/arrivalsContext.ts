import { createContext, use, useEffect } from 'react';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';

/** Accepts a file dropped while an import is open, instead of creating a new batch. */
export interface DropTarget {
  /** Shown over the window while a file is dragged, for example "Drop to import this file instead". */
  readonly text: string;
  /** Null: the file is refused, with the text. */
  readonly take: ((file: ArrivedFile) => void) | null;
}

export interface Arrivals {
  /** The import started by a dropped or opened file, until its wizard closes. */
  readonly begun: { readonly batchId: string; readonly file: ArrivedFile } | null;
  /** The wizard of `begun` has closed. */
  readonly ended: () => void;
  /** Imports a file into a new batch named after it, unless something on screen prevents it, which is then shown. */
  readonly begin: (file: ArrivedFile) => void;
  /** The same for dropped files, of which only one is allowed. */
  readonly drop: (files: readonly File[]) => void;
  /** What a drop would do now. */
  readonly target: () => { readonly text: string; readonly allowed: boolean };
  /** Makes an open import the target of drops. @returns a function that ends it */
  readonly aim: (target: DropTarget) => () => void;
}

export const ArrivalsContext = createContext<Arrivals | null>(null);

/** Files dropped on the window or opened with the app. */
export function useArrivals(): Arrivals {
  const arrivals = use(ArrivalsContext);
  if (arrivals === null) throw new Error('useArrivals needs an ArrivalsProvider above it');
  return arrivals;
}

/** While the component is mounted, dropped files go to it. */
export function useDropTarget(target: DropTarget): void {
  const { aim } = useArrivals();
  useEffect(() => aim(target));
}
