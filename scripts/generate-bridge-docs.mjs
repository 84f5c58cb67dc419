// Writes docs/bridge.md from the channel map, so that they can't diverge. usage: node scripts/generate-bridge-docs.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { z } from 'zod';
import { shapeOf } from './bridge-docs/shapeOf.mjs';

const root = resolve(import.meta.dirname, '..');
const file = resolve(root, 'docs/bridge.md');

const { module: map } = await runnerImport(resolve(root, 'shared/bridge/ipc.ts'), {
  configFile: false,
  logLevel: 'error',
});
const { module: names } = await runnerImport(resolve(root, 'shared/bridge/channels.ts'), {
  configFile: false,
  logLevel: 'error',
});
const text = page(map.ipc, names.channels, names.topics);

if (process.argv.includes('--check')) {
  if (readIfThere(file) !== text) {
    console.error('docs/bridge.md is out of date: run `npm run generate`.');
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}

/** The whole page: every area, every function, its input and its output. */
function page(ipc, channels, topics) {
  const areas = Object.entries(channels).map(([area, functions]) =>
    [
      `## \`amc.${area}\``,
      ...functions.map((name) => {
        const { input, output, maxInputBytes } = ipc[`${area}.${name}`];
        return [
          `### \`${area}.${name}\``,
          '',
          ...(maxInputBytes === undefined
            ? []
            : [`One call carries up to ${maxInputBytes / 1_048_576} MB.`, '']),
          '```ts',
          ...(names.fileChannels.includes(`${area}.${name}`)
            ? ['// The page passes a File; the preload looks up its path, which is what main gets.']
            : []),
          `input:  ${shape(input, 'input')}`,
          `output: ${shape(output, 'output')}`,
          '```',
        ].join('\n');
      }),
    ].join('\n\n'),
  );
  return `${[
    '# The bridge',
    'Made by `npm run generate` from `shared/bridge/ipc.ts`; do not edit by hand.',
    [
      'The page reaches the main process through `window.amc` and nothing else: one object an area, one async',
      'function a channel. Each takes one input object (it may be left out where it has no required field) and',
      'answers with an envelope: `{ ok: output }`, or `{ error: { code, message, retryable, requestId?, details? } }`',
      'with a code from `shared/errors.ts`. `account` always means `{ connectionId, accountId }`. Times are',
      'milliseconds since 1970. One call carries up to 1 MB where nothing else is said.',
    ].join('\n'),
    ...areas,
    '## `amc.events`',
    [
      '`events.on(topic, listener)` calls `listener()` each time the facts of a topic have changed and returns the',
      'function that ends it. It carries no data: ask again. Topics:',
      '',
      ...topics.map((topic) => `- \`${topic}\``),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

/** @param {'input' | 'output'} io which side of defaults and transforms to show */
function shape(schema, io) {
  return shapeOf(z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }));
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
