import type { Bridge } from '../shared/bridge/ipc';

declare global {
  interface Window {
    /** Defined by the preload before the page's first script runs. */
    readonly amc: Bridge;
  }
}
