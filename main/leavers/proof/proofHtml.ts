import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../shared/text/escapeHtml';
import { formatExactly } from '../../../shared/text/formats';
import type { LeaverProof } from './leaverProof';
import { personOf, requestedBy, summaryOf, titleOf } from './proofFacts';
import { proofStyle } from './proofStyle';
import { proofTables, type ProofTable } from './proofTables';
import { proofText } from './proofText';

/**
 * A proof as one HTML document to print. It has no script and loads nothing, and every text from outside is escaped and runs in
 * its own direction. Headings and table headers are marked up, so that a PDF made of it is tagged.
 */
export const proofHtml = (proof: LeaverProof): string => `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'">
<title>${escapeHtml(withoutDirections(titleOf(proof)))}</title>
<style>${proofStyle}</style>
</head>
<body>
<main>
<h1>${heading(proof)}</h1>
${proof.isSandbox ? `<p class="sandbox">${escapeHtml(proofText.sandbox)}</p>` : ''}
${facts(proof)}
<p class="note">${escapeHtml(proofText.limits)}</p>
${proofTables(proof).map(section).join('\n')}
</main>
</body>
</html>
`;

const styleHash = `sha256-${createHash('sha256').update(proofStyle).digest('base64')}`;

/** The title around the person's name, which keeps its own direction. */
function heading(proof: LeaverProof): string {
  const [before = '', after = ''] = proofText.title('\0', proof.isSandbox).split('\0').map(escapeHtml);
  return `${before}<span dir="auto">${escapeHtml(personOf(proof))}</span>${after}`;
}

/** Invisible characters that turn the text after them around; a title can't isolate them. */
const withoutDirections = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

/** Who, when and by whom. */
function facts(proof: LeaverProof): string {
  const { person, startedAt, madeAt } = proof;
  const rows: readonly (readonly [label: string, lines: readonly string[], none?: string])[] = [
    [proofText.names, person.names],
    [proofText.emailAddresses, person.emailAddresses],
    [proofText.userIds, person.userIds],
    [proofText.startedAt, [formatExactly(startedAt)]],
    [proofText.madeAt, [formatExactly(madeAt)]],
    [proofText.requestedBy, requestedBy(proof), proofText.noResultYet],
    [proofText.summary, summaryOf(proof)],
  ];
  const body = rows.map(
    ([label, lines, none = proofText.none]) =>
      `<tr>${rowHeader([label])}${cell(lines.length === 0 ? [none] : lines)}</tr>`,
  );
  return `<section aria-labelledby="about">
<h2 id="about">${escapeHtml(proofText.about)}</h2>
<table class="facts"><tbody>
${body.join('\n')}
</tbody></table>
</section>`;
}

function section({ id, title, note, empty, headers, rows }: ProofTable): string {
  const content =
    rows.length === 0
      ? `<p>${escapeHtml(empty)}</p>`
      : `${note === null ? '' : `<p class="note">${escapeHtml(note)}</p>`}
<table class="${id}">
<thead><tr>${headers.map((header) => `<th scope="col">${escapeHtml(header)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(row).join('\n')}
</tbody>
</table>`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(title)}</h2>
${content}
</section>`;
}

const row = ([first = [], ...others]: readonly (readonly string[])[]): string =>
  `<tr>${rowHeader(first)}${others.map(cell).join('')}</tr>`;

const rowHeader = (lines: readonly string[]): string => `<th scope="row">${isolated(lines)}</th>`;
const cell = (lines: readonly string[]): string => `<td>${isolated(lines)}</td>`;

/** Each line in its own direction, so that none can turn its neighbors around. */
const isolated = (lines: readonly string[]): string =>
  lines.map((line) => `<span dir="auto">${escapeHtml(line)}</span>`).join('<br>');
