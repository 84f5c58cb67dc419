import type { delimiters, encodings } from '../../../../shared/domain/batch/batchImport';
import { importingText } from './importingText';

/** What the encodings of text files are called, as Excel and text editors list them. */
export const encodingNames: Readonly<Record<(typeof encodings)[number], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': importingText.utfLittleendian,
  'utf-16be': importingText.utfBigendian,
  'windows-1252': importingText.windowsWestern,
  'iso-8859-15': importingText.isoWestern,
  macintosh: importingText.macRomanWestern,
  ibm437: importingText.dosUnitedStates,
  ibm850: importingText.dosWestern,
  'windows-1250': importingText.windowsCentralEuropean,
  'iso-8859-2': importingText.isoCentralEuropean,
  ibm852: importingText.dosCentralEuropean,
  'windows-1257': importingText.windowsBaltic,
  'windows-1254': importingText.windowsTurkish,
  'windows-1253': importingText.windowsGreek,
  'iso-8859-7': importingText.isoGreek,
  'windows-1251': importingText.windowsCyrillic,
  'koi8-r': importingText.koiRRussian,
  'koi8-u': importingText.koiUUkrainian,
  'iso-8859-5': importingText.isoCyrillic,
  ibm866: importingText.dosCyrillic,
  'x-mac-cyrillic': importingText.macCyrillic,
  'windows-1255': importingText.windowsHebrew,
  'windows-1256': importingText.windowsArabic,
  'windows-1258': importingText.windowsVietnamese,
  'windows-874': importingText.windowsThai,
  shift_jis: importingText.shiftJisJapanese,
  'euc-jp': importingText.eucjpJapanese,
  'iso-2022-jp': importingText.isoJpJapanese,
  gb18030: importingText.gbkGbSimplifiedChinese,
  big5: importingText.bigTraditionalChinese,
  'euc-kr': importingText.euckrKorean,
};

/** What stands between the columns of a text file. */
export const delimiterNames: Readonly<Record<(typeof delimiters)[number], string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': importingText.verticalBar,
  '^': 'Caret',
  '~': 'Tilde',
  ':': 'Colon',
};
