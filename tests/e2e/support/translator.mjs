// Browsers that translate the page. What they write is the text itself, so that what is shown can be compared with a page that
// nobody has translated, letter by letter, and tests find everything by its name.

/**
 * As Chrome and Edge do: each text on the page, and each that comes later, makes way for two <font> elements, one in the other.
 * `way` is how: one call or two. Texts that are kept from translation stay.
 */
export const byFonts = (page, way) => page.evaluate(translateByFonts, way);

/** The same from the first text on, in each page that is opened: it hears of every text before the app does. */
export const fromTheFirst = (page) => page.addInitScript(translateByFonts, 'one call');

function translateByFonts(way) {
  const KEPT = 'script, style, textarea, svg, font, [translate="no"], .notranslate';
  const translate = (text) => {
    const isText = text.data.trim() && text.parentElement?.closest('body');
    if (!isText || text.parentElement.closest(KEPT)) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data;
    outer.append(inner);
    if (way === 'one call') text.replaceWith(outer);
    else {
      text.parentNode.insertBefore(outer, text);
      text.parentNode.removeChild(text);
    }
  };
  const all = (node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = node.nodeType === Node.TEXT_NODE ? [node] : [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(translate);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') all(target);
      for (const node of addedNodes) if (node.isConnected) all(node);
    }
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  if (document.body) all(document.body);
}

/** As Firefox and Safari do: the texts themselves are written anew. */
export const inPlace = (page) =>
  page.evaluate(() => {
    const write = (text) => {
      if (text.data.trim()) text.nodeValue = String(text.data);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) write(walker.currentNode);
  });

/** How many texts stand there translated. */
export const translated = (page) => page.locator('body font font').count();

/** All that is shown, without the white space that is not. */
export const shown = (page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('#main input, #main select, #main textarea')];
    const values = fields.map((field) =>
      field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value,
    );
    return `${document.body.innerText} ${values.join(' ')}`.replace(/\s+/g, ' ').replace(/ (?=\W)|(?<=\W) /g, '');
  });
