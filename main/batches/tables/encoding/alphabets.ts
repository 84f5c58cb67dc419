import type { Encoding } from './decoded';

/**
 * The letters beyond A to Z of languages that an encoding is made for, by how likely they are in a name: often, sometimes,
 * seldom. Deliberately rough: they decide between readings of the same bytes, which are rarely close.
 */
interface Alphabet {
  /** How unlikely a file is to be in it, compared to the likeliest. */
  readonly rarity: number;
  readonly often: string;
  readonly sometimes: string;
  readonly seldom: string;
}

const alphabet = (rarity: number, often: string, sometimes = '', seldom = ''): Alphabet => ({
  ...{ rarity, often, sometimes, seldom },
});

const german = alphabet(0, 'üöäß', 'éè', 'áóëç');
const french = alphabet(0, 'éèç', 'ëïêôâ', 'îûàùœÿæüö');
const spanish = alphabet(0, 'íáéóñ', 'ú', 'üç');
const portuguese = alphabet(0.5, 'ãáçéíóâ', 'êúô', 'õàü');
const italian = alphabet(0.5, 'òàìùè', 'é', 'ó');
const nordic = alphabet(0.5, 'øåæöäé', 'ü', 'óëèá');
const dutch = alphabet(0.7, 'ëéï', 'öüèó', 'áíçê');
const irish = alphabet(1, 'áéíóú');
const catalan = alphabet(2, 'àèíòóúçé', 'ïü');
const estonian = alphabet(2, 'äõöü', 'šž');
const icelandic = alphabet(3, 'óíáðþúéöý', 'æ');
const western = [
  german,
  french,
  spanish,
  portuguese,
  italian,
  nordic,
  dutch,
  irish,
  catalan,
  estonian,
  icelandic,
];
const polish = alphabet(0.5, 'łńśóżźąęć');
const czech = alphabet(0.7, 'řčšáíéýžů', 'ěňúťď', 'óľĺŕôä');
const hungarian = alphabet(0.9, 'áéóöíőü', 'úű');
const croatian = alphabet(0.9, 'ćčšžđ');
const romanian = alphabet(1.2, 'ăţşîâ', 'șț');
const central = [polish, czech, hungarian, croatian, romanian, german];
const baltic = alphabet(1.5, 'ėšžūčāīēņ', 'ąęįųģķļ', 'ōŗ');
const turkish = alphabet(0.6, 'ışğüöç', 'i̇', 'âî');
const vietnamese = alphabet(1.5, 'àáâãèéêìíòóôõùúýăđơư', '\u0300\u0301\u0303\u0309\u0323');

/** For encodings of the Latin script. */
const alphabets: Partial<Record<Encoding, readonly Alphabet[]>> = {
  'windows-1252': western,
  'iso-8859-15': western,
  macintosh: western,
  ibm437: western,
  ibm850: western,
  'windows-1250': central,
  'iso-8859-2': central,
  ibm852: central,
  'windows-1257': [baltic, estonian, polish, german],
  'windows-1254': [turkish, german, french],
  'windows-1258': [vietnamese],
};

/** How plausible a word's letters beyond A to Z are in the encoding; 0 is the most plausible. @param letters in lower case */
export function latinScore(letters: string, encoding: Encoding): number {
  let best = -Infinity;
  for (const { rarity, often, sometimes, seldom } of alphabets[encoding] ?? western) {
    let score = -rarity;
    for (const letter of letters) {
      score -= often.includes(letter)
        ? 2
        : sometimes.includes(letter)
          ? 3.5
          : seldom.includes(letter)
            ? 5
            : 8;
    }
    best = Math.max(best, score);
  }
  return best;
}
