// All that a browser holds of a page, to be searched: for what must be nowhere.

/** Address, title, and everything that the browser keeps for it: stores, databases, files; as one text. */
export const everythingKept = (page) =>
  page.evaluate(async () => {
    const texts = [location.href, document.cookie, JSON.stringify(history.state), document.title];
    for (const store of [localStorage, sessionStorage]) texts.push(JSON.stringify(store));
    for (const { name } of await indexedDB.databases()) {
      const open = indexedDB.open(name);
      await new Promise((done) => open.addEventListener('success', done));
      for (const store of open.result.objectStoreNames) {
        const all = open.result.transaction(store).objectStore(store).getAll();
        await new Promise((done) => all.addEventListener('success', done));
        texts.push(JSON.stringify(all.result));
      }
      open.result.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        texts.push(request.url);
        texts.push(await (await cache.match(request)).text());
      }
    }
    return texts.join('\n');
  });

/** Lets the memory of the program be searched later. To be called before the page is opened. */
export const watchMemory = (page) =>
  page.addInitScript(() => {
    globalThis.programs = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const begin = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await begin.apply(WebAssembly, given);
        const { memory } = (made.instance ?? made).exports;
        if (memory) globalThis.programs.push(memory);
        return made;
      };
    }
  });

/** Which of these byte strings, each as a text of letters up to 255, stand in the memory of the program; and whether there is
 * one. */
export const inMemory = (page, wanted) =>
  page.evaluate((wanted) => {
    const letters = new TextDecoder('x-user-defined');
    // Bytes above 127 are letters from U+F780 on there.
    const as = (text) => text.replace(/[\x80-\xff]/g, (letter) => String.fromCharCode(0xf700 + letter.charCodeAt(0)));
    const memories = [...new Set(globalThis.programs)].map(({ buffer }) => letters.decode(new Uint8Array(buffer)));
    const stands = (text) => memories.some((memory) => memory.includes(as(text)));
    return { programs: memories.length, found: wanted.map(stands) };
  }, wanted);
