import text from '../../../../docs/first-account.md?raw';

/** A part of the checklist: its paragraphs, then its steps. */
export interface ChecklistPart {
  /** Empty for the introduction. */
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly steps: readonly ChecklistStep[];
}

export interface ChecklistStep {
  /** Null for a point without a number. */
  readonly number: number | null;
  readonly text: string;
}

/** The parts of docs/first-account.md, as plain text. */
export function checklistOf(document: string): readonly ChecklistPart[] {
  const [introduction = '', ...parts] = document.split(/^## /m);
  return [
    partOf('', introduction.replace(/^# .*$/m, '')),
    ...parts.map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return partOf(title.trim(), lines.join('\n'));
    }),
  ];
}

function partOf(title: string, body: string): ChecklistPart {
  const blocks = body.split(/\n\s*\n|\n(?=\d+\. |- )/).filter((block) => block.trim() !== '');
  const isStep = (block: string): boolean => /^\s*(?:\d+\.|-) /.test(block);
  return {
    title,
    paragraphs: blocks.filter((block) => !isStep(block)).map(plain),
    steps: blocks.filter(isStep).map((block) => {
      const number = /^\s*(\d+)\. /.exec(block)?.[1];
      return {
        number: number === undefined ? null : Number(number),
        text: plain(block.replace(/^\s*(?:\d+\.|-) /, '')),
      };
    }),
  };
}

/** Without marks: links as their text, one line. */
const plain = (markdown: string): string =>
  markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[`*]|\b_|_\b/g, '')
    .trim();

export const checklist = checklistOf(text);
