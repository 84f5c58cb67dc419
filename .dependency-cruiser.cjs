'use strict';

/**
 * The arrows of docs/architecture.md: who in main may import whom. A folder may always import itself and shared/.
 * What is not listed is forbidden, a folder that is not listed included.
 */
const bottom = ['amazonAds', 'storage'];
// The way out: whoever speaks HTTP stands on it.
const wayOut = ['network'];
// Files that people choose.
const files = ['files'];
const records = ['access', 'activity', ...bottom];
const senders = ['outbox', ...records];
const features = ['batches', 'redeem', 'exporting', ...senders];
const arrows = {
  ipc: [...features, 'connections', 'secrets'],
  shell: [...features, 'connections', 'secrets', ...wayOut],
  batches: [...senders, ...files],
  redeem: [...senders, ...files],
  outbox: records,
  exporting: ['access', 'storage', ...files],
  access: bottom,
  activity: [...bottom, ...files],
  connections: ['secrets', 'storage', ...wayOut],
  secrets: [],
  amazonAds: wayOut,
  network: [],
  files: [],
  storage: [],
  sandbox: ['storage'],
};
const anyOf = (folders) => `^main/(${folders.join('|')})/`;

/** The last word of each rule is for whoever broke it. */
const rules = [
  ...Object.entries(arrows).map(([folder, below]) => ({
    name: `main-${folder}`,
    comment: `main/${folder} may import shared/ and ${below.length === 0 ? 'nothing of main' : below.join(', ')}; pass the rest in.`,
    from: { path: anyOf([folder]) },
    to: { path: '^main/', pathNot: anyOf([folder, ...below]) },
  })),
  {
    name: 'main-has-a-place-for-everything',
    comment: 'A new folder of main needs its arrows here and in docs/architecture.md.',
    // The files at the top of main are the composition root, which may import everything.
    from: { path: '^main/[^/]+/', pathNot: anyOf(Object.keys(arrows)) },
    to: {},
  },
  {
    name: 'sandbox-stands-alone',
    comment: 'The sandbox is a process of its own: main starts it, knows its addresses and talks HTTP to it.',
    from: { path: '^main/', pathNot: anyOf(['sandbox']) },
    to: { path: anyOf(['sandbox']), pathNot: '^main/sandbox/endpoints[.]ts$' },
  },
  {
    name: 'main-imports-no-page',
    comment: 'main and the page meet only in shared/.',
    from: { path: '^main/' },
    to: { path: '^(renderer|preload)/' },
  },
  {
    name: 'shared-runs-anywhere',
    comment: 'shared/ imports itself and zod: it runs in main, preload, page and sandbox alike.',
    from: { path: '^shared/' },
    to: { pathNot: ['^shared/', '^node_modules/zod/'] },
  },
  {
    name: 'preload-knows-names-only',
    comment: 'A sandboxed preload is one small file: it takes the channel names and electron.',
    from: { path: '^preload/' },
    to: {
      pathNot: ['^preload/', '^shared/channels[.]ts$', '^node_modules/electron/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'preload-takes-types-from-the-channel-map',
    comment: 'Of all other files the preload takes only the types of shared/bridge/ipc.ts.',
    from: { path: '^preload/' },
    to: {
      pathNot: ['^preload/', '^shared/(channels|ipc)[.]ts$', '^node_modules/electron/'],
      dependencyTypes: ['type-only'],
    },
  },
  {
    name: 'renderer-has-no-power',
    comment: 'The page asks main through window.amc; it has no Node, no electron and no file of main.',
    from: { path: '^renderer/' },
    to: {
      path: [
        '^(main|preload)/',
        '^node_modules/(electron|electron-store|keytar|@photostructure/sqlite|axios)/',
      ],
    },
  },
  {
    name: 'renderer-runs-in-a-page',
    comment: 'Node built-ins do not exist in the page.',
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one idea or want a third.',
    from: {},
    // Types are gone when the program runs, so a circle that needs one is none.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-orphans',
    comment: 'Nothing uses this file.',
    from: { orphan: true, pathNot: ['[.]d[.]ts$'] },
    to: {},
  },
  {
    name: 'resolvable',
    comment: 'The import leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: '^node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
