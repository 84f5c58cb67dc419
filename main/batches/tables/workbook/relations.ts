import { comparableName, type Archive } from './archive';
import { readXml } from './xml';

/** A reference from a part of the archive to another. */
export interface Relation {
  readonly id: string;
  /** The last segment of its type: "worksheet", "sharedStrings". Both forms of the standard end alike. */
  readonly kind: string;
  /** The target part, in the archive's form of names. */
  readonly part: string;
}

/** The relations of a part; none if the archive has no entry. @param part "" for those of the whole archive */
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

/** Targets are relative to the part's folder, or begin at the root; a percent sign may be literal or an escape. */
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
