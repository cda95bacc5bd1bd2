// A page that the browser translates. Chrome and Edge take each text node off the page and put <font> elements in its place,
// but the program goes on writing into its own node, and finds places on the page by it. So that node is put back, empty,
// before what stands for it; when it is written or taken away, what stood for it goes, and a new text is translated in its
// turn. Firefox and Safari write into the nodes themselves, where the next text takes the place of theirs.

const TEXT = 3;
let batches = 0;

/** Notes on either node that one stands for the other. */
function link(text, standIn) {
  text.standIn = standIn;
  standIn.standsFor = text;
}

function follow(records, observer) {
  batches += 1;
  // A translator that hears of a new text before this one has taken its node off the page again.
  const replaced = new Set(
    records.flatMap(({ addedNodes, removedNodes }) => (addedNodes.length ? [...removedNodes] : [])),
  );
  for (const { type, target, removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    const isWritten = type === 'characterData';
    for (const node of isWritten ? [target] : removedNodes) {
      const { standIn, standsFor } = node;
      const font = [...addedNodes, previousSibling, nextSibling].find(
        (other) => other?.localName === 'font' && other.parentNode && !other.standsFor,
      );
      if (standsFor) {
        // Translated once more.
        if (addedNodes[0]) link(standsFor, addedNodes[0]);
      } else if (font && node.nodeType === TEXT && !node.parentNode) {
        link(node, standIn ?? font);
        if (node.data.trim()) {
          node.said = node.data;
          node.batch = batches;
          font.before(node);
          node.data = '';
        } else {
          // Who translates what is empty would do it for ever: it stays off the page until it says something.
          observer.observe(node, { characterData: true });
        }
      } else if (standIn) {
        // It says something else by now, or the program has taken it away, or the translator has brought it back.
        standIn.standsFor = node.standIn = undefined;
        if (isWritten && !node.parentNode && !replaced.has(node)) standIn.before(node);
        standIn.remove();
        if (!isWritten || node.batch === batches) node.data = node.said;
      }
    }
  }
  // What was done here is no news.
  observer.takeRecords();
}

/** From now on a page that is translated says what the program says. */
export function followTranslation() {
  new MutationObserver(follow).observe(document.body, { childList: true, characterData: true, subtree: true });
}
