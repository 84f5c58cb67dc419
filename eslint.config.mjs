import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = '**/*.{ts,tsx}';
const scripts = '**/*.{mjs,cjs}';
const tests = 'tests/**';

/**
 * Matches every way to bring a package in: import, re-export, import(), require() and import types. Its package.json
 * is only facts about it. (A slash inside a selector's pattern is written \u002F.)
 */
const bringsIn = (name) => {
  const isIt = `value=/^${name}($|\\u002F(?!package[.]json$))/`;
  return [
    `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType)[source.${isIt}]`,
    `CallExpression[callee.name="require"][arguments.0.${isIt}]`,
  ].join(', ');
};

/**
 * Things with power stand in one place each, where they are looked after. Every entry becomes a rule `house/<name>`:
 * whatever matches `found` is an error anywhere but in `allowedIn`.
 */
const confined = [
  {
    name: 'electron',
    found: bringsIn('electron'),
    allowedIn: ['main/index.ts', 'main/shell/**', 'main/ipc/register.ts', 'preload/index.ts', tests],
    message:
      'Only main/index.ts, main/shell, main/ipc/register.ts and the preload know Electron; pass what is needed in.',
  },
  {
    name: 'ipc-main',
    found: 'Identifier[name="ipcMain"]',
    allowedIn: ['main/ipc/register.ts', tests],
    message:
      'Register the channel through main/ipc/register.ts, which checks sender, frame, origin, schema and size.',
  },
  {
    name: 'ipc-renderer',
    found: 'Identifier[name="ipcRenderer"]',
    allowedIn: ['preload/index.ts'],
    message: 'The page talks to main only through the functions of window.amc, which preload/index.ts makes.',
  },
  {
    name: 'open-external',
    found:
      'MemberExpression[property.name="openExternal"]:matches([object.name="shell"], [object.property.name="shell"])',
    allowedIn: ['main/shell/system/openExternal.ts'],
    message: 'Open links through main/shell/system/openExternal.ts, which lets only known hosts through.',
  },
  {
    name: 'web-preferences',
    found: 'Property[key.name="webPreferences"], MemberExpression[property.name="webPreferences"]',
    allowedIn: ['main/shell/window/mainWindow.ts', tests],
    message: 'main/shell/window/mainWindow.ts alone decides what a page may do.',
  },
  {
    name: 'keychain',
    found: bringsIn('keytar'),
    allowedIn: ['main/secrets/**', tests],
    message: 'Secrets go through the SecretStore of main/secrets.',
  },
  {
    name: 'http-client',
    found: bringsIn('axios(-retry)?'),
    allowedIn: ['main/amazonAds/**', 'tests/bench/bareInviting.ts', 'tests/bench/rows/refresh.ts'],
    message:
      'Amazon is asked only by main/amazonAds; an AxiosError carries the bearer token and must not leave it.',
  },
  {
    name: 'html-from-text',
    found:
      'MemberExpression[property.name=/^(inner|outer)HTML$/], MemberExpression[property.name="insertAdjacentHTML"], ' +
      ':matches(JSXAttribute[name.name="dangerouslySetInnerHTML"], Property[key.name="dangerouslySetInnerHTML"])',
    allowedIn: [],
    message: 'Text from outside must never become HTML; let React render it.',
  },
  {
    name: 'formats',
    found:
      'MemberExpression[object.name="Intl"][property.name!="Segmenter"], MemberExpression[property.name=/^(toLocale|localeCompare)/]',
    allowedIn: ['shared/text/formats.ts', tests],
    message:
      'Numbers, times and orders are written by shared/text/formats.ts: the same on every system, whatever its language.',
  },
  {
    name: 'seen-text',
    found:
      'CallExpression[callee.property.name="getByText"]:matches([callee.object.name=/page$/i], [callee.object.property.name="page"])',
    allowedIn: ['tests/support/desktop/screens.ts'],
    message:
      'Look for text with screens.text() or textOn(): the whole page also holds what only screen readers are told.',
  },
  {
    name: 'named-exports',
    found: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    allowedIn: ['**/*.config.{ts,mjs}'],
    message: 'Export by name, so that a thing is called the same everywhere.',
  },
];

/** Two words side by side, as in a sentence. */
const twoWords = /\p{L}[\p{L}’'-]*\s+[\p{L}“"]/u;
/** Props and fields whose text a person reads or hears. */
const readAloud =
  /^(label|description|header|title|placeholder|aria-label|ariaLabel|constraintText|empty|noMatch|info)$|(AriaLabel|Text|Label|Placeholder|Title)$/;

/**
 * Sentences that a person reads stand in the `...Text.ts` of their screen or area, where an editor finds them. Errors for
 * developers (`new Error`) may stay in place: nobody else reads them.
 */
const sentences = {
  create(context) {
    const report = (node) => {
      context.report({
        node,
        message:
          'Put this sentence into the ...Text.ts of its screen, as a constant or a function of what it names.',
      });
    };
    const isRead = (attribute) =>
      attribute.name.type === 'JSXIdentifier' && readAloud.test(attribute.name.name);
    return {
      JSXText: (node) => twoWords.test(node.value) && report(node),
      'JSXAttribute > Literal': (node) => isRead(node.parent) && /\p{L}/u.test(node.value) && report(node),
      'JSXAttribute > JSXExpressionContainer > TemplateLiteral': (node) =>
        isRead(node.parent.parent) &&
        node.quasis.some(({ value }) => /\p{L}{2}/u.test(value.raw)) &&
        report(node),
      'Property[key.type="Identifier"] > Literal.value': (node) =>
        readAloud.test(node.parent.key.name) && twoWords.test(String(node.value)) && report(node),
    };
  },
};

/** The same for errors that people read: what happened and what to do stand in the ...ErrorText.ts of their folder. */
/** Functions that make a `CodedError` of the sentence they are given. */
const errorMakers = /^(invalid|notTaken|noSetup)$/;

const errorSentences = {
  create(context) {
    const report = (node) => {
      if (!twoWords.test(String(node.value?.raw ?? node.value))) return;
      context.report({
        node,
        message: 'Put this sentence into the ...ErrorText.ts beside it, as a constant or a function.',
      });
    };
    return {
      'NewExpression[callee.name="CodedError"] Property[key.name="message"] :matches(Literal, TemplateElement)':
        report,
      [`CallExpression[callee.name=${String(errorMakers)}] > Literal`]: report,
      [`CallExpression[callee.name=${String(errorMakers)}] > TemplateLiteral > TemplateElement`]: report,
    };
  },
};

const house = {
  rules: {
    sentences,
    'error-sentences': errorSentences,
    ...Object.fromEntries(
      confined.map(({ name, found, message }) => [
        name,
        { create: (context) => ({ [found]: (node) => context.report({ node, message }) }) },
      ]),
    ),
  },
};

const maxFunctionLines = (max) => ({
  'max-lines-per-function': ['error', { max, skipBlankLines: true, skipComments: true }],
});

const nodeGlobals = [
  'process',
  'console',
  'performance',
  'URL',
  'Buffer',
  'fetch',
  'AbortController',
  'AbortSignal',
];
const nodeTimers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'];
const commonJs = ['require', 'module', 'exports', '__dirname', '__filename'];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default defineConfig(
  globalIgnores(['dist/', 'dist-package/', 'test-output/', 'demo-output/', 'shared/amazonAds/schema.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [typescript],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A number in a message needs no String() around it.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `onClick={() => close()}` reads better than the block it asks for.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Our parts are plain objects made by functions: their methods have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // `const { left, ...rest } = all` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: [tests],
    // vitest's own matchers, `expect.any(String)` for one, are typed `any`.
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: [scripts],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { globals: readonly([...nodeGlobals, ...nodeTimers]) },
    rules: { 'no-undef': 'error', eqeqeq: 'error' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: readonly(commonJs) },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Written for the oldest Node a person may still have (see the file).
    files: ['scripts/check-node.cjs'],
    rules: { 'no-var': 'off' },
  },
  confined.map(({ name, allowedIn }) => ({
    files: [typescript],
    ignores: allowedIn,
    plugins: { house },
    rules: { [`house/${name}`]: 'error' },
  })),
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['**/*Text.ts'],
    plugins: { house },
    rules: { 'house/sentences': 'error' },
  },
  {
    files: ['{main,shared}/**/*.ts'],
    ignores: ['**/*Text.ts'],
    plugins: { house },
    rules: { 'house/error-sentences': 'error' },
  },
  // What must be known to change one part fits on a screen.
  { files: ['{main,preload,shared,scripts}/**', 'renderer/**/*.ts'], rules: maxFunctionLines(60) },
  // A component is mostly the tree it draws, which reads from top to bottom and has no branches to follow.
  { files: ['renderer/**/*.tsx'], rules: maxFunctionLines(90) },
);
