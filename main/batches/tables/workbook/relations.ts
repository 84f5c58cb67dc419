import { comparableName, type Archive } from './archive';
import { readXml } from './xml';

/** Where a part of the archive leads to another. */
export interface Relation {
  readonly id: string;
  /** The last word of its kind: "worksheet", "sharedStrings". Both forms of the standard end alike. */
  readonly kind: string;
  /** The other part, as the archive compares names. */
  readonly part: string;
}

/** The relations of a part; none where the archive does not say. @param part "" for those of the whole */
export async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const place = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!archive.has(place)) return relations;
  await readXml(archive.contentOf(place), {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode = '' }) {
      if (name !== 'Relationship' || mode === 'External') return;
      const kind = type.slice(type.lastIndexOf('/') + 1);
      relations.push({ id, kind, part: placeOf(target, folder, archive) });
    },
  });
  return relations;
}

/** Targets are relative to the part's folder, or begin at the root; a percent sign may stand for itself or for a code. */
function placeOf(target: string, folder: string, archive: Archive): string {
  const path = target.replaceAll('\\', '/');
  const name = comparableName(path.startsWith('/') ? path : folder + path);
  if (archive.has(name)) return name;
  try {
    return comparableName(decodeURIComponent(name));
  } catch {
    return name;
  }
}
