/** Error messages of this folder: what happened and what to do. */
export const amazonAdsErrorText = {
  notAmazons: (status: string) =>
    `Something other than Amazon’s own answer came back (status ${status}). A proxy, a firewall or this network’s sign-in page may be in between. If this continues, ask your IT.`,
  unreadable:
    'Amazon’s answer couldn’t be read. Refresh to see the current state at Amazon, then decide again.',
  broke:
    'The connection to Amazon broke before its answer arrived. Check your network, then refresh to see the current state at Amazon.',
  noAnswer: (seconds: string) => `Amazon didn’t answer within ${seconds} seconds. Try again in a moment.`,
  unauthorized:
    'Amazon no longer accepts this sign-in. Try again. If this continues, sign in again under Settings.',
  forbidden:
    'Amazon rejected this because the signed-in user lacks permission. Ask an admin of the AMC account for the admin role, or use another connection.',
  notFound: 'Amazon can’t find this. Refresh: it may no longer exist.',
  throttled: 'Amazon is throttling requests right now. Wait a minute and try again.',
  badRequest: 'Amazon didn’t accept the request. Read Amazon’s reason, fix the cause and try again.',
  failed: (status: string) => `Something failed at Amazon (status ${status}). Wait a moment and try again.`,
  unexpected: (status: string) =>
    `Amazon answered in an unexpected way (status ${status}). Check the connection’s addresses and region.`,
  listRepeats:
    'Amazon’s list repeats and never ends, so nothing was stored. You see the previous data. Refresh again later.',
  listNeverEnds: 'The list of pages does not end.',
};
