import type { delimiters, encodings } from '../../../../shared/domain/batch/batchImport';
import { importingText } from './importingText';

/** The names of text encodings, as in Excel and text editors. */
export const encodingNames: Readonly<Record<(typeof encodings)[number], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': importingText.utf16LittleEndian,
  'utf-16be': importingText.utf16BigEndian,
  'windows-1252': importingText.windowsWestern,
  'iso-8859-15': importingText.isoWestern,
  macintosh: importingText.macWestern,
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
  'koi8-r': importingText.koiRussian,
  'koi8-u': importingText.koiUkrainian,
  'iso-8859-5': importingText.isoCyrillic,
  ibm866: importingText.dosCyrillic,
  'x-mac-cyrillic': importingText.macCyrillic,
  'windows-1255': importingText.windowsHebrew,
  'windows-1256': importingText.windowsArabic,
  'windows-1258': importingText.windowsVietnamese,
  'windows-874': importingText.windowsThai,
  shift_jis: importingText.shiftJisJapanese,
  'euc-jp': importingText.eucJapanese,
  'iso-2022-jp': importingText.isoJapanese,
  gb18030: importingText.simplifiedChinese,
  big5: importingText.traditionalChinese,
  'euc-kr': importingText.korean,
};

/** The delimiters of a text file's columns. */
export const delimiterNames: Readonly<Record<(typeof delimiters)[number], string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': importingText.verticalBar,
  '^': 'Caret',
  '~': 'Tilde',
  ':': 'Colon',
};
