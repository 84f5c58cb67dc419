import { openBridge } from './openBridge';

/** Everything the page can request from the app: `await api.accounts.list({})`. Failures are thrown as CodedError. */
export const api = openBridge(window.amc);
