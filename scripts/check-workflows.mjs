import { readdirSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { inRoot } from './setup/paths.mjs';

// Checks the workflow files with GitHub's own parser: their schema, and that their expressions can be read.

// The parser imports its schema as bundlers allow; Node needs to know that it is JSON.
const jsonAsSuch = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);`;
register(`data:text/javascript,${encodeURIComponent(jsonAsSuch)}`);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } =
  await import('@actions/workflow-parser');

const folder = inRoot('.github/workflows');
const problems = [];
for (const name of readdirSync(folder)) {
  const content = readFileSync(`${folder}/${name}`, 'utf8');
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  problems.push(...context.errors.getErrors().map(({ message }) => message));
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
