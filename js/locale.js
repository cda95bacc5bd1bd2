// The region of the reader: which comes first, day or month; twelve hours or twenty-four. The words of the app are English, so
// it is the reader's kind of English. The first day of a week is that of where the reader lives, whatever is spoken there. And
// the letters of all languages, to search by.

/** A kind of English, and its region, at the beginning of a language tag. It may be no tag at all. */
const ENGLISH = /^en(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z\d])/i;
const english = [...(navigator.languages ?? [])].map((tag) => ENGLISH.exec(tag)).find(Boolean) ?? ['', 'GB'];
const tag = english[1] ? `en-${english[1]}` : 'en';

/** Whether "November 22" is written, and not "22 November". */
export function monthFirst() {
  const parts = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', calendar: 'gregory' }).formatToParts(0);
  return parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day');
}

/** Whether an evening is 9 PM, and not 21. */
export const twelveHours = () => Boolean(new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hour12);

/** Where a week begins on a Friday, on a Saturday, on a Sunday, by CLDR; elsewhere on a Monday. Not every browser can say it. */
const FIRST_DAYS =
  'MVAFBHDJDZEGIQIRJOKWLYOMQASDSYAGASBDBRBSBTBWBZCACODMDOETGTGUHKHNIDILINISJMJPKEKHKRLAMHMMMOMTMXMZNINPPAPEPHPKPRPTPYSASGSVTHTTTWUMUSVEVIWSYEZAZW'.match(
    /../g,
  );

/** 1 for Monday to 7 for Sunday, where the first of the reader's languages is spoken that is one. */
export function firstWeekday() {
  for (const language of [...(navigator.languages ?? []), tag]) {
    try {
      const place = FIRST_DAYS.indexOf(new Intl.Locale(language).maximize().region);
      return place < 0 ? 1 : place < 1 ? 5 : place < 15 ? 6 : 7;
    } catch {
      // No language tag at all.
    }
  }
}

/** Whether 1,5 is written, and not 1.5: in the reader's own language, as spreadsheets do, and not in their English. */
export function decimalComma() {
  const written = (language) => new Intl.NumberFormat(language).format(1.5).includes(',');
  try {
    return written(navigator.language);
  } catch {
    // No language tag at all.
    return written();
  }
}

/** The voiced sounds of kana are other letters, not the same with a mark. */
const MARKS = /(?![\u3099\u309a])(?:[\u0300-\u036f]|(?=\p{M})\p{Diacritic})/gu;

/**
 * A text in small letters, each in its one way of writing; in plain ones also taken apart and without its marks: "Größer" is
 * "grosser". Sign by sign it comes to the same.
 */
export const sameLetters = (text, plain) =>
  plain
    ? text.normalize('NFKD').replace(MARKS, '').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ')
    : text.normalize().toLowerCase();
