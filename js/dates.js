// Dates and times by the browser's own rules, in the patient's kind of English: the words of the app are English.

/** A kind of English, and its region, at the beginning of a language tag. What a tag says beyond that, such as another
 * calendar or other digits, is not asked for; and it may be no tag at all. */
const ENGLISH = /^en(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z\d])/i;
const english = [...(navigator.languages ?? [])].map((tag) => ENGLISH.exec(tag)).find(Boolean) ?? ['', 'GB'];
const locale = english[1] ? `en-${english[1]}` : 'en';
const plain = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' };
const form = (options) => new Intl.DateTimeFormat(locale, { ...plain, ...options });

const [day, month, year] = [{ day: 'numeric' }, { month: 'long' }, { year: 'numeric' }];
const FORMS = {
  longDay: form({ weekday: 'long', ...day, ...month }),
  shortDay: form({ weekday: 'short', ...day, ...month }),
  shortDate: form({ weekday: 'short', ...day, ...month, ...year }),
  fullDate: form({ ...day, ...month, ...year }),
  month: form({ ...month, ...year }),
};
const { hour12 } = form({ hour: 'numeric' }).resolvedOptions();
const TIME = form({ hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' });

/** A civil date, whatever the time zone: `month` counts from 0. */
export const dateText = (name, year, month, day) => FORMS[name].format(Date.UTC(year, month, day));

/** A time as the clock on the wall said. */
export const timeText = (hour, minute) => TIME.format(Date.UTC(2026, 0, 1, hour, minute));
