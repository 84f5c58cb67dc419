import type { Random } from './random';

/** Invented advertisers: the first fourteen are fixed names, further ones are combined and stay distinct. */
export function brandName(index: number): { readonly name: string; readonly marketplaceId: string } {
  const marketplaceId = index % 2 === 0 ? unitedStates : germany;
  const handmade = brands[index];
  if (handmade !== undefined) return { name: handmade, marketplaceId };

  const further = index - brands.length;
  const first = brandWords[further % brandWords.length] ?? '';
  const second = brandGoods[Math.floor(further / brandWords.length) % brandGoods.length] ?? '';
  const round = Math.floor(further / (brandWords.length * brandGoods.length));
  return { name: `${first} ${second}${round === 0 ? '' : ` ${round + 1}`}`, marketplaceId };
}

/** A full name whose parts belong together. */
export function personName(random: Random): string {
  const { given, family } = random.pick(cultures);
  return `${random.pick(given)} ${random.pick(family)}`;
}

/** The part of an address or host name derived from a name: `Zoë Müller` -> `zoe.muller`. */
export function slug(name: string, separator: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^a-z0-9]+/).join(separator);
}

const unitedStates = 'ATVPDKIKX0DER';
const germany = 'A1PA6795UKMFR9';

/** Alternating between the United States and Germany. */
const brands: readonly string[] = [
  'Brightside Foods',
  'Alpenquell Getränke',
  'Copper Kettle Coffee',
  'Hansehaus Möbel',
  'Juniper & Pine Home',
  'Kieselstein Kosmetik',
  'Larkspur Skincare',
  'Lindenhof Naturkost',
  'Tidewater Outdoor',
  'Nordlicht Elektronik',
  'Redwood Pet Supply',
  'Rheinblick Optik',
  'Maple Row Toys',
  'Silbertal Sport',
];

// prettier-ignore
const brandWords: readonly string[] = [
  'Amberfield', 'Bluegate', 'Cedarlane', 'Dovetail', 'Evermoor', 'Foxglove', 'Greystone', 'Harborlight',
  'Ironwood', 'Jasper', 'Kestrel', 'Longmeadow', 'Millbrook', 'Nettle', 'Oakhurst', 'Pebble',
];

// prettier-ignore
const brandGoods: readonly string[] = [
  'Kitchen', 'Garden', 'Audio', 'Baby', 'Cycling', 'Lighting', 'Nutrition', 'Stationery',
];

type Names = readonly [string, ...string[]];
interface Culture {
  readonly given: Names;
  readonly family: Names;
}

const cultures: readonly [Culture, ...Culture[]] = [
  {
    given: ['Grace', 'Oliver', 'Hannah', 'Marcus', 'Chloe', 'Ethan'],
    family: ['Bennett', 'Caldwell', 'Hughes', 'Porter', 'Sinclair', 'Whitaker'],
  },
  {
    given: ['Jürgen', 'Katrin', 'Lukas', 'Annika', 'Stefan', 'Zoë'],
    family: ['Müller', 'Schäfer', 'Brandt', 'Köhler', 'Vogel', 'Lindner'],
  },
  {
    given: ['Amélie', 'Benoît', 'Camille', 'Étienne', 'Margaux', 'Théo'],
    family: ['Lefèvre', 'Moreau', 'Girard', 'Fontaine', 'Chevalier', 'Rousseau'],
  },
  {
    given: ['Lucía', 'Mateo', 'Inés', 'Andrés', 'Sofía', 'Joaquín'],
    family: ['García', 'Fernández', 'Ibáñez', 'Navarro', 'Castillo', 'Peña'],
  },
  {
    given: ['Ananya', 'Rohan', 'Kavya', 'Arjun', 'Meera', 'Vikram'],
    family: ['Iyer', 'Kapoor', 'Chatterjee', 'Desai', 'Nair', 'Reddy'],
  },
  {
    given: ['Yuki', 'Haruto', 'Sakura', 'Kenji', 'Aiko', 'Daichi'],
    family: ['Tanaka', 'Watanabe', 'Kobayashi', 'Mori', 'Shimizu', 'Fujita'],
  },
  {
    given: ['Adaeze', 'Chidi', 'Folake', 'Tunde', 'Ngozi', 'Kwame'],
    family: ['Adeyemi', 'Eze', 'Balogun', 'Mensah', 'Okonkwo', 'Afolabi'],
  },
  {
    given: ['Layla', 'Omar', 'Yasmin', 'Karim', 'Noor', 'Tariq'],
    family: ['Haddad', 'Mansour', 'Nasser', 'Khalil', 'Aziz', 'Rahman'],
  },
];
