import type { Bridge } from '../shared/bridge/ipc';

declare global {
  interface Window {
    /** Put there by the preload before the page's first script runs. */
    readonly amc: Bridge;
  }
}
