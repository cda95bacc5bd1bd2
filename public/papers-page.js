// What the report and an import need of the browser: a worker; and the report alone the preview's nodes, pictures out of
// drawings, sharing. It is fetched when one of them first needs it, and puts one name on the page.

globalThis.ldnPapers = (() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const PARTS_OF_SVG = new Set(['svg', 'rect', 'path', 'text']);
  const waiting = new Map();
  let worker;
  let count = 0;

  function answer({ data: { id, made, why } }) {
    const { done, fail } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (why === undefined) done?.(made);
    else fail?.(why);
  }

  /** Breaks off whatever the worker does. */
  function stop() {
    worker?.terminate();
    worker = undefined;
    for (const { fail } of waiting.values()) fail('stopped');
    waiting.clear();
  }

  function begin(address) {
    const begun = new Worker(address);
    begun.onmessage = answer;
    begun.onerror = () => {
      for (const { fail } of waiting.values()) fail(null);
      waiting.clear();
      worker = undefined;
    };
    return begun;
  }

  /** The fonts of the PDF file, which nothing else needs. */
  async function letters() {
    const answer = await fetch('/report-fonts.bin').catch(() => undefined);
    if (!answer?.ok) throw new Error('letters');
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Lets the worker make it, unless that was stopped. */
  async function send(address, id, needsLetters, way, task, diary, file) {
    const all = [task, diary, file ?? (needsLetters ? await letters() : new Uint8Array()), way];
    const script = document.querySelector('script[type=module]').src;
    if (script && waiting.has(id)) {
      try {
        worker ??= begin(address);
      } catch {
        // There are no workers here.
        answer({ data: { id, why: null } });
        return;
      }
      worker.postMessage({ id, script, given: all });
    } else if (!script) {
      // A debug build is started by a script of Trunk's that no worker can run, and leaves its functions here.
      answer({ data: { id, made: await wasmBindings.work(all) } });
    }
  }

  /** What the program makes. Fails with the program's words, with 'stopped', with 'letters' where those did not arrive, or
   * with null where the program did not arrive in the worker. */
  function ask(address, ...asked) {
    count += 1;
    const id = count;
    return new Promise((done, fail) => {
      waiting.set(id, { done, fail });
      send(address, id, ...asked).catch((why) => answer({ data: { id, why: why?.message ?? why } }));
    });
  }

  /** Makes nodes of a tree of names, attributes and texts. Text stays text: nothing is read as markup. */
  function node(tree) {
    if (typeof tree === 'string') return document.createTextNode(tree);
    const [name, attributes, children] = tree;
    const made = PARTS_OF_SVG.has(name) ? document.createElementNS(SVG, name) : document.createElement(name);
    for (const [key, value] of attributes) made.setAttribute(key, value);
    made.append(...children.map(node));
    return made;
  }

  /** Shows a document in a tree of its own, so that only its own style sheet rules there, as in its file. */
  function show(place, preview) {
    const { document: tree, style } = JSON.parse(new TextDecoder().decode(preview));
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(node(tree));
  }

  const fileOf = (name, type, content) => new File([content], name, { type });

  /** A drawing as a picture, `times` as large: a PNG. */
  async function png(svg, times) {
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(image.naturalWidth * times);
      canvas.height = Math.round(image.naturalHeight * times);
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
      return new Uint8Array(await blob.arrayBuffer());
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  /** Whether a file of this name and type can leave through the share sheet. */
  function canShare(name, type) {
    return Boolean(navigator.canShare?.({ files: [fileOf(name, type, 'a')] }));
  }

  /** Opens the share sheet; false where it was closed again. To be called in the tap itself, with the file ready. */
  async function share(name, type, content) {
    try {
      await navigator.share({ files: [fileOf(name, type, content)] });
      return true;
    } catch (why) {
      if (why.name === 'AbortError') return false;
      throw why;
    }
  }

  function save(name, type, content) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(fileOf(name, type, content));
    link.download = name;
    link.click();
    // The download has begun with its own hold on the data.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  return { ask, stop, show, png, canShare, share, save };
})();
