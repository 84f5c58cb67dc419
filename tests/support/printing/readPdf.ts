import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';

/** What a PDF says about itself, and its text. */
export interface PdfContent {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  /** The roles of its structure, such as "H1", "Table" and "TH", each once. */
  readonly roles: ReadonlySet<string>;
  /** Titles of its outline, at every level. */
  readonly outline: readonly string[];
  /** The text of each page. */
  readonly pages: readonly string[];
  /** Width and height of its first page in points (1/72 inch). */
  readonly size: readonly [width: number, height: number];
}

interface Item {
  readonly title: string;
  readonly items: readonly Item[];
}
interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
}

export async function readPdf(file: string): Promise<PdfContent> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const { info } = (await pdf.getMetadata()) as { readonly info: { Title?: string; Language?: string } };
  const mark = (await pdf.getMarkInfo()) as { readonly Marked?: boolean } | null;
  const outline = (await pdf.getOutline()) as readonly Item[] | null;
  const page = await pdf.getPage(1);
  const tags = (await page.getStructTree()) as Tag | null;
  const { width, height } = page.getViewport({ scale: 1 });
  const { text } = await extractText(pdf, { mergePages: false });
  return {
    title: info.Title,
    language: info.Language,
    isTagged: mark?.Marked === true,
    roles: new Set(tags === null ? [] : rolesIn(tags)),
    outline: (outline ?? []).flatMap(titlesIn),
    pages: text,
    size: [width, height],
  };
}

const titlesIn = ({ title, items }: Item): string[] => [title, ...items.flatMap(titlesIn)];

const rolesIn = ({ role, children }: Tag): string[] => [
  ...(role === undefined ? [] : [role]),
  ...(children ?? []).flatMap(rolesIn),
];
