import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = '**/*.{ts,tsx}';
const scripts = '**/*.{mjs,cjs}';
const tests = 'tests/**';

/**
 * Matches every way to import a package: import, re-export, import(), require() and import types. Its package.json is only data
 * about it. (A slash inside a selector's pattern is written \u002F.)
 */
const bringsIn = (name) => {
  const isIt = `value=/^${name}($|\\u002F(?!package[.]json$))/`;
  return [
    `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType)[source.${isIt}]`,
    `CallExpression[callee.name="require"][arguments.0.${isIt}]`,
  ].join(', ');
};

/**
 * Powerful APIs are confined to one place each. Every entry becomes a rule `house/<name>`: anything that matches `found` is an
 * error anywhere except in `allowedIn`.
 */
const confined = [
  {
    name: 'electron',
    found: bringsIn('electron'),
    allowedIn: [
      ...['main/index.ts', 'main/startApp.ts', 'main/shell/**'],
      ...['main/ipc/register.ts', 'preload/index.ts', tests],
    ],
    message:
      'Only the entry, main/shell, the registering of channels and the preload know Electron; pass what is needed in.',
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
    allowedIn: ['main/shell/pageWindows/pageWindow.ts', 'main/shell/printing/printHtml.ts', tests],
    message:
      'main/shell/pageWindows/pageWindow.ts alone decides what the page may do, main/shell/printing/printHtml.ts what a printed document may.',
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
 * Sentences for people are in the `...Text.ts` of their screen or area, where an editor finds them. Errors for developers (`new
 * Error`) may stay in place: nobody else reads them.
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
      JSXText: (node) => /\p{L}/u.test(node.value) && report(node),
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

/** Functions that turn a sentence into a `CodedError`. */
const errorMakers = /^(invalid|notTaken|noSetup)$/;
/** Classes of errors that people read; what other errors say is for developers and the log. */
const readErrors = /^(CodedError|AdsError|BusyError)$/;
/** A sentence: at least three words with spaces and an end, or one sentence after another. SQL has none of its own. */
const isSentence = (text) =>
  !/\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER) /.test(text) &&
  text.trim().includes(' ') &&
  ((/[^\s=(,][.?!…]["”’)]?\s*$/u.test(text) && (text.match(/\p{L}[\p{L}’'-]*/gu) ?? []).length > 2) ||
    /\p{L}[.?!] \p{Lu}/u.test(text));
/** The text of a literal or a template, with a mark for each value put into it. */
const textOf = (node) =>
  node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.cooked).join('{}') : node.value;
const rootOf = (callee) => {
  let root = callee;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression')
    root = root.callee ?? root.object;
  return root.name;
};

/** Whether a text is for developers or the log, or the message of a schema, which belongs beside the rule it explains. */
function isExcused(node) {
  for (let at = node.parent; at !== undefined && at !== null; at = at.parent) {
    if (at.type === 'NewExpression') return !readErrors.test(at.callee.name);
    if (at.type === 'CallExpression') {
      const { callee } = at;
      if (callee.type === 'Super' || rootOf(callee) === 'z') return true;
      const owner = callee.type === 'MemberExpression' ? callee.object : undefined;
      if ((owner?.property?.name ?? owner?.name) === 'log' || rootOf(callee) === 'process') return true;
    }
  }
  return false;
}

/**
 * The same for main and shared, where sentences are errors, findings and questions: what happened and what to do is in the
 * `...Text.ts` of their folder.
 */
const errorSentences = {
  create(context) {
    const report = (node) => {
      context.report({
        node,
        message: 'Put this sentence into the ...Text.ts of its folder, as a constant or a function.',
      });
    };
    const reportTwoWords = (node) =>
      twoWords.test(String(node.value?.raw ?? node.value)) &&
      !isSentence(String(textOf(node.parent.type === 'TemplateLiteral' ? node.parent : node))) &&
      report(node);
    const reportSentence = (node) =>
      typeof textOf(node) === 'string' && isSentence(textOf(node)) && !isExcused(node) && report(node);
    return {
      Literal: reportSentence,
      TemplateLiteral: reportSentence,
      'NewExpression[callee.name="CodedError"] Property[key.name="message"] :matches(Literal, TemplateElement)':
        reportTwoWords,
      [`CallExpression[callee.name=${String(errorMakers)}] > Literal`]: reportTwoWords,
      [`CallExpression[callee.name=${String(errorMakers)}] > TemplateLiteral > TemplateElement`]:
        reportTwoWords,
    };
  },
};

/** Titles, buttons and menu items of the system's own dialogs, which are often a word or two. */
const dialogWords = {
  create(context) {
    const report = (node) => {
      if (typeof node.value !== 'string' || !/\p{L}/u.test(node.value)) return;
      context.report({
        node,
        message: 'Put this title or label into the ...Text.ts of its folder, as a constant or a function.',
      });
    };
    return {
      'Property[key.name=/^(title|message|detail|label|agree|kind|tooltip)$/] > Literal.value': report,
      'Property[key.name="buttons"] > ArrayExpression > Literal': report,
    };
  },
};

const house = {
  rules: {
    sentences,
    'error-sentences': errorSentences,
    'dialog-words': dialogWords,
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
    // One program for all files takes less processor time than the service made for editors (docs/testing.md).
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
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
      // Our parts are plain objects created by functions: their methods have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // `const { left, ...rest } = all` is how a field is omitted.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A fifth of lint's time, for what isn't here: there are no enums, and the few classes are made where they are used.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
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
    files: ['{main,shared,renderer}/**/*.{ts,tsx}'],
    ignores: [
      '**/*Text.ts',
      // A sample of Amazon, with pages and answers of its own.
      'main/sandbox/**',
      // The default of a setting, which people edit.
      'shared/domain/invitation/messageTemplate.ts',
      // Notes for the log.
      'main/shell/dataFolder/dataFolder.ts',
      'main/storage/dataPlace/setAside.ts',
    ],
    plugins: { house },
    rules: { 'house/error-sentences': 'error' },
  },
  {
    files: ['main/{index,background}.ts', 'main/{shell,ipc}/**/*.ts'],
    ignores: ['**/*Text.ts'],
    plugins: { house },
    rules: { 'house/dialog-words': 'error' },
  },
  // Everything needed to change one part fits on a screen.
  { files: ['{main,preload,shared,scripts}/**', 'renderer/**/*.ts'], rules: maxFunctionLines(60) },
  // A component is mostly its element tree, which reads from top to bottom and has no branches to follow.
  { files: ['renderer/**/*.tsx'], rules: maxFunctionLines(90) },
);
