// The region of the reader: which comes first, day or month; twelve hours or twenty-four; the first day of a week. The words
// of the app are English, so it is the reader's kind of English. And the letters of all languages, to search by.

/** A kind of English, and its region, at the beginning of a language tag. It may be no tag at all. */
const ENGLISH = /^en(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z\d])/i;
const english = [...(navigator.languages ?? [])].map((tag) => ENGLISH.exec(tag)).find(Boolean) ?? ['', 'GB'];
const tag = english[1] ? `en-${english[1]}` : 'en';

const MONDAY = 1;
const SUNDAY = 7;

/** Whether "November 22" is written, and not "22 November". */
export function monthFirst() {
  const parts = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', calendar: 'gregory' }).formatToParts(0);
  return parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day');
}

/** Whether an evening is 9 PM, and not 21. */
export const twelveHours = () => Boolean(new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hour12);

/** 1 for Monday to 7 for Sunday. Not every browser can say it; then it is Sunday where the month comes first. */
export function firstWeekday() {
  const locale = new Intl.Locale(tag);
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? {};
  return firstDay ?? (monthFirst() ? SUNDAY : MONDAY);
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
