// The app as a person uses it, in any of the three engines.

import { By, until } from 'selenium-webdriver';

/** Milliseconds for anything that a page does: a busy computer is slow, and the engines differ. */
const PATIENCE = 30_000;

/** XPath's way to say a text that may hold either quotation mark. */
const quoted = (text) => (text.includes("'") ? `"${text}"` : `'${text}'`);
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

  /** Taps a button, or a link, by what stands on it. */
  async tap(words) {
    const place = By.xpath(`//*[self::button or self::a or self::summary][${containing(words)}]`);
    const there = await this.see(place);
    await this.browser.executeScript('arguments[0].scrollIntoView({ block: "center" })', there);
    await there.click();
  }

  /** Waits until a text stands on the page. */
  says(words) {
    const there = async () => (await this.browser.findElement(By.css('body')).getText()).includes(words);
    return this.browser.wait(there, PATIENCE, `the page does not say "${words}"`);
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
    const status = By.css('[role="status"]');
    const told = async () => {
      const texts = await Promise.all((await this.browser.findElements(status)).map((found) => found.getText()));
      return texts.some((text) => /^Saved \d/.test(text));
    };
    await this.browser.wait(told, PATIENCE, 'the answer was not called saved');
  }

  /** Types into a field that is found by its label. */
  async fill(label, text) {
    const field = await this.see(
      By.xpath(`//label[${containing(label)}]//input | //input[@id = //label[${containing(label)}]/@for]`),
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
