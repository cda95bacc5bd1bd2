// The app as a person uses it, in any of the three engines.

import { By, until } from 'selenium-webdriver';

/** Milliseconds for anything that a page does: a busy computer is slow, and the engines differ. */
const PATIENCE = 30_000;

/** XPath's way to say a text that may hold either quotation mark. */
const quoted = (text) => (text.includes("'") ? `"${text}"` : `'${text}'`);
const group = (question) => `//*[@role = "group"][@aria-labelledby = //*[${containing(question)}]/@id]`;
const containing = (text) => `contains(normalize-space(), ${quoted(text)})`;

export class App {
  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
  }

  /** Opens a page and waits until it is there. */
  async open(path = '/') {
    await this.browser.get(this.address + path);
    await this.see(By.css('#main h1:not(.soft)'));
  }

  /** An element, once it is there. */
  see(place) {
    return this.browser.wait(until.elementLocated(place), PATIENCE, `${place} is not there`);
  }

  /** Goes to a page as a link of the app does. */
  async go(path) {
    await this.inside(async (to) => {
      const link = document.createElement('a');
      link.href = to;
      document.querySelector('main').append(link);
      link.click();
    }, path);
    await this.browser.wait(
      () =>
        this.inside(
          async (to) => location.pathname === to && Boolean(document.querySelector('#main h1:not(.soft)')),
          path,
        ),
      PATIENCE,
      `${path} does not open`,
    );
  }

  /** Taps a button, or a link, by what stands on it: by all of that, or by a part; `beside` other words in the line of a list. */
  async tap(words, { whole = false, beside } = {}) {
    const named = whole ? `normalize-space() = ${quoted(words)}` : containing(words);
    const line = beside ? `//li[${containing(beside)}]` : '';
    const place = By.xpath(`${line}//*[self::button or self::a or self::summary][${named}]`);
    await this.press(place);
  }

  /** Waits until a text stands on the page. */
  says(words) {
    const there = async () => (await this.browser.findElement(By.css('body')).getText()).includes(words);
    return this.browser.wait(there, PATIENCE, `the page does not say "${words}"`);
  }

  /** Presses what is at a place; what was drawn anew meanwhile is looked for again. */
  async press(place) {
    const there = await this.see(place);
    try {
      await this.browser.executeScript('arguments[0].scrollIntoView({ block: "center" })', there);
      await there.click();
    } catch (why) {
      if (why.name !== 'StaleElementReferenceError') throw why;
      await this.press(place);
    }
  }

  /** Opens all that is folded on the page. */
  unfold() {
    return this.inside(async () => {
      for (const fold of document.querySelectorAll('main details')) fold.open = true;
    });
  }

  slider(name) {
    return this.see(By.css(`[role="slider"][aria-label="${name}"]`));
  }

  /** What a slider says: its number, or "not answered". */
  async rating(name) {
    return (await this.slider(name)).getAttribute('aria-valuetext');
  }

  /** Makes a rating with the keyboard, the same in all engines, and waits until it is saved. */
  async rate(name, ...keys) {
    await (await this.slider(name)).sendKeys(...keys);
    await this.saved();
  }

  /** Waits until an answer is called saved. */
  async saved() {
    const told = () =>
      this.inside(async () =>
        [...document.querySelectorAll('[role="status"]')].some(({ textContent }) =>
          /^Saved \d/.test(textContent.trim()),
        ),
      );
    await this.browser.wait(told, PATIENCE, 'the answer was not called saved').catch(async (why) => {
      const said = await this.inside(async () =>
        [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent),
      );
      throw new Error(`${why.message}: ${JSON.stringify(said)}`);
    });
  }

  /** A choice of a question. */
  choice(question, words) {
    return By.xpath(`${group(question)}//label[normalize-space() = ${quoted(words)}]`);
  }

  /** Gives an answer to a question with a few. */
  async choose(question, words) {
    await this.press(this.choice(question, words));
  }

  /** Whether a question offers an answer. */
  async offers(question, words) {
    return (await this.browser.findElements(this.choice(question, words))).length > 0;
  }

  /** What is chosen of a question. */
  async chosen(question) {
    const place = By.xpath(`${group(question)}//label[@data-state = "chosen"]`);
    return (await (await this.see(place)).getText()).trim();
  }

  /** What stands in an element. */
  async text(selector) {
    return (await this.see(By.css(selector))).getText();
  }

  /** Types into a field that is found by its label. */
  async fill(label, text) {
    const field = await this.see(
      By.xpath(
        `//label[${containing(label)}]//input | //*[self::input or self::textarea][@id = //label[${containing(label)}]/@for]`,
      ),
    );
    await field.sendKeys(text);
  }

  /** Runs a function in the page; what it promises is waited for. */
  async inside(work, ...given) {
    const answer = await this.browser.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       Promise.resolve((${work})(...Array.from(arguments).slice(0, -1))).then(
         (value) => done({ value }), (error) => done({ error: String(error) }));`,
      ...given,
    );
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }
}
