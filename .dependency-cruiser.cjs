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
const features = ['batches', 'approvals', 'redeem', 'exporting', 'people', 'leavers', 'team', ...senders];
const arrows = {
  ipc: [...features, 'connections', 'secrets'],
  shell: [...features, 'connections', 'secrets', ...wayOut],
  approvals: ['activity', 'secrets', 'storage'],
  batches: ['approvals', ...senders, ...files],
  team: ['secrets', ...senders],
  people: ['batches', 'outbox', 'access', 'storage'],
  leavers: ['people', ...senders, ...files],
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

/** Rooms of the outbox: what is nearer to the tables knows nothing of what is further away. */
const outboxArrows = {
  agreed: ['sending', 'drafting', 'guards', 'journal'],
  doubts: ['sending', 'drafting', 'guards', 'journal'],
  sending: ['drafting', 'guards', 'journal'],
  drafting: ['guards', 'journal'],
  guards: [],
  journal: [],
};

/** The page in layers. Everything may use shared/. */
const pageArrows = {
  layout: ['features', 'queries', 'bridge', 'navigation', 'components'],
  features: ['queries', 'bridge', 'navigation', 'components'],
  queries: ['bridge', 'navigation', 'components'],
  components: [],
  navigation: [],
  bridge: [],
};

/** Features that use another one's parts. */
const featureArrows = {
  home: ['invitations', 'results'],
  invitations: ['accounts', 'results'],
  members: ['accounts', 'results'],
  operations: ['results'],
  activity: ['accounts'],
  leavers: ['members', 'operations', 'results'],
  people: ['activity', 'invitations', 'members'],
  settings: ['connections'],
  welcome: ['connections'],
};

/** Rooms of the batch screens. */
const batchArrows = {
  list: ['editor'],
  editor: ['grid', 'gridModel', 'problems', 'importing', 'arriving', 'sending'],
  problems: ['grid', 'gridModel'],
  importing: ['gridModel', 'arriving'],
  arriving: [],
  sending: ['gridModel'],
  grid: ['gridModel'],
  gridModel: [],
};

/** One rule for each room of a folder: it may import itself, the rooms named, and what stands at the top of the folder. */
const rulesOfRooms = (name, folder, arrows) =>
  Object.entries(arrows).map(([room, below]) => ({
    name: `${name}-${room}`,
    comment: `${folder}/${room} may import ${below.length === 0 ? 'no other room of it' : `of the other rooms ${below.join(', ')}`}; pass the rest in, or move what both need down.`,
    from: { path: `^${folder}/${room}/` },
    to: { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/(${[room, ...below].join('|')})/` },
  }));

/** The last word of each rule is for whoever broke it. */
const rules = [
  ...rulesOfRooms('outbox', 'main/outbox', outboxArrows),
  ...rulesOfRooms('page', 'renderer', pageArrows),
  ...rulesOfRooms('batches', 'renderer/features/batches', batchArrows),
  ...Object.entries(featureArrows).map(([feature, below]) => ({
    name: `feature-${feature}`,
    comment: `renderer/features/${feature} may import of the other features ${below.join(', ')}: move what both need to components or queries.`,
    from: { path: `^renderer/features/${feature}/` },
    to: { path: '^renderer/features/', pathNot: `^renderer/features/(${[feature, ...below].join('|')})/` },
  })),
  {
    name: 'features-stand-apart',
    comment:
      'This feature imports no other one: move what both need to components or queries, or name the arrow in featureArrows.',
    from: {
      path: '^renderer/features/([^/]+)/',
      pathNot: `^renderer/features/(${Object.keys(featureArrows).join('|')})/`,
    },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'grid-model-draws-nothing',
    comment: 'The grid’s model is plain data and functions: what draws belongs in grid.',
    from: { path: '^renderer/features/batches/gridModel/' },
    to: { path: '^(node_modules/(react|react-dom|@cloudscape-design)/|renderer/components/)' },
  },
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
      pathNot: ['^preload/', '^shared/bridge/channels[.]ts$', '^node_modules/electron/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'preload-takes-types-from-the-channel-map',
    comment: 'Of all other files the preload takes only the types of shared/bridge/ipc.ts.',
    from: { path: '^preload/' },
    to: {
      pathNot: ['^preload/', '^shared/bridge/(channels|ipc)[.]ts$', '^node_modules/electron/'],
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
    comment:
      'Two files that import each other, if only types, are one idea or want a third that both import.',
    from: {},
    to: { circular: true },
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
