import type { Archive } from './archive';
import { relationsOf, type Relation } from './relations';
import { readXml } from './xml';

/** A sheet with cells; others (charts, dialogs, macros) don't count. */
export interface SheetPart {
  readonly name: string;
  /** Hidden by a person, or so that only a program can show it again. */
  readonly isHidden: boolean;
  readonly part: string;
}

/** The workbook's own metadata. */
export interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  /** Sheets whose cells are missing from the archive. */
  readonly missing: readonly string[];
  /** The active sheet when it was saved; null if it has no cells. */
  readonly active: SheetPart | null;
  /** Days count from 1904 on, as on old Macs. */
  readonly is1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** Null if the archive doesn't contain a workbook of this kind. @throws NotWellFormed and like `Archive.contentOf` */
export async function readWorkbookPart(archive: Archive): Promise<WorkbookPart | null> {
  const part = await placeOfWorkbook(archive);
  if (part === null) return null;
  const relations = await relationsOf(archive, part);
  const { listed, activeTab, is1904 } = await readList(archive, part);
  const all = listed.map(({ id, name, isHidden }, index) => {
    const sheet = placeOfSheet(archive, relations, id, index);
    return sheet === null ? null : { name, isHidden, part: sheet };
  });
  return {
    sheets: all.filter((sheet) => sheet !== null),
    missing: listed.filter(({ id }) => isMissing(archive, relations, id)).map(({ name }) => name),
    active: all[activeTab] ?? null,
    is1904,
    sharedStrings: otherPart(archive, relations, 'sharedStrings', 'sharedstrings.xml'),
    styles: otherPart(archive, relations, 'styles', 'styles.xml'),
  };
}

async function placeOfWorkbook(archive: Archive): Promise<string | null> {
  const relations = await relationsOf(archive, '');
  const target = relations.find(({ kind, part }) => kind === 'officeDocument' && archive.has(part))?.part;
  const part = target ?? archive.names.find((name) => /(^|\/)workbook\d*\.xml$/.test(name));
  return part === undefined || !part.endsWith('.xml') || /(^|\/)(word|ppt|visio)\//.test(part) ? null : part;
}

interface Listed {
  readonly listed: readonly { readonly id: string; readonly name: string; readonly isHidden: boolean }[];
  readonly activeTab: number;
  readonly is1904: boolean;
}

async function readList(archive: Archive, part: string): Promise<Listed> {
  const listed: Listed['listed'][number][] = [];
  const views: number[] = [];
  let is1904 = false;
  await readXml(archive.contentOf(part), {
    open(element, attributes) {
      const { name = '', state = 'visible', activeTab = '0', date1904 } = attributes;
      if (element === 'sheet') {
        listed.push({ id: relationId(attributes), name, isHidden: state !== 'visible' });
      } else if (element === 'workbookView') views.push(Number(activeTab));
      else if (element === 'workbookPr') is1904 = isOn(date1904);
    },
  });
  return { listed, activeTab: views[0] ?? 0, is1904 };
}

/** `r:id`, with any prefix for relations. */
const relationId = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id') || name === 'id')?.[1] ?? '';

/** Whether an attribute is true (ECMA-376 part 1, 22.9.2.20 and xsd:boolean). */
export const isOn = (target: string | undefined): boolean =>
  target !== undefined && ['1', 'true', 'on', 't'].includes(target.trim().toLowerCase());

/** If nothing references it, a sheet is where Excel puts it. */
function placeOfSheet(
  archive: Archive,
  relations: readonly Relation[],
  id: string,
  index: number,
): string | null {
  const relation = relations.find((each) => each.id === id);
  if (relation !== undefined) {
    return relation.kind === 'worksheet' && archive.has(relation.part) ? relation.part : null;
  }
  const usual = `xl/worksheets/sheet${String(index + 1)}.xml`;
  return relations.length === 0 && archive.has(usual) ? usual : null;
}

const isMissing = (archive: Archive, relations: readonly Relation[], id: string): boolean =>
  relations.some((each) => each.id === id && each.kind === 'worksheet' && !archive.has(each.part));

function otherPart(
  archive: Archive,
  relations: readonly Relation[],
  kind: string,
  usualName: string,
): string | null {
  const target = relations.find((each) => each.kind === kind)?.part;
  if (target !== undefined && archive.has(target)) return target;
  return archive.names.find((name) => name.endsWith(`/${usualName}`) || name === usualName) ?? null;
}
