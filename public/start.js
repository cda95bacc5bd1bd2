// At once, beside everything else: the patient's theme and text size, and whether there is a diary here already; the page
// is not shown before, or not for two seconds (style/components.css). Then a watch over the start: what fails once is had
// anew and tried again; what fails twice is said, with the way to the rescue page.
(() => {
  const page = document.documentElement;
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith('ldn-diary/'))) page.dataset.known = '';
    const { theme, text } = JSON.parse(localStorage.getItem('ldn-diary-look')) ?? {};
    Object.assign(page.dataset, theme && { theme }, text && { text });
  } catch {}
  page.dataset.looked = '';

  const TRIED = 'ldn-diary-start-tried';
  /** One try more in this time, milliseconds: nothing is loaded over and over. */
  const ONCE_IN = 60_000;
  /** How long a style sheet may keep the page from being seen; and how long the parts may take that are had anew. */
  const PATIENCE = 9000;
  /** The style sheet and the scripts of the page: each carries its hash. */
  const PARTS = 'script[integrity], link[integrity]';
  /** The style sheet if it is not here; of one that failed the rules can't be read. */
  function missingStyle() {
    const style = document.querySelector('link[integrity][rel=stylesheet]');
    try {
      if (style.sheet.cssRules.length) return undefined;
    } catch {}
    return style;
  }
  let over = false;
  /** What says so: the app takes its place, also where it can't be used. The page is read to its end before any app runs. */
  let words;
  const findWords = () => {
    words ??= document.querySelector('.opening-slow');
  };
  findWords();
  document.addEventListener('readystatechange', findWords);

  /** When the last try more was, and whether all parts came for it; nothing if it was not of late. Where the browser
   * remembers nothing, none is made. */
  function lastTry() {
    try {
      const last = JSON.parse(sessionStorage.getItem(TRIED));
      const since = Date.now() - last?.when;
      return since >= 0 && since < ONCE_IN ? last : undefined;
    } catch {
      return { came: true };
    }
  }

  /** Asks the server for each part, since the browser's own copy may be the bad one; whether all are what their names say. */
  async function partsCome() {
    const signal = AbortSignal.timeout?.(PATIENCE);
    const comes = async ({ src, href }) => {
      const address = src ?? href;
      const content = await (await fetch(address, { cache: 'reload', signal })).arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
      const digits = [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return address.includes(`-${digits}.`);
    };
    const all = [...document.querySelectorAll(`${PARTS}, link[rel=preload]`)].map((part) =>
      comes(part).catch(() => false),
    );
    return (await Promise.all(all)).every(Boolean);
  }

  /** Tries the start once more in a while, and again as soon as the server has what it did not have. */
  async function failed({ isStyle, isSlow } = {}) {
    if (over) return;
    over = true;
    // What goes wrong later is the app's to say. Without its style sheet it starts and can't be used.
    const goesOn = () => document.querySelector('.shell') && !isStyle;
    if (goesOn()) return;
    const last = lastTry();
    if (last || isSlow) say(isStyle);
    const came = await partsCome();
    if (goesOn() || (last ? last.came || !came : isSlow && !came)) return;
    try {
      sessionStorage.setItem(TRIED, JSON.stringify({ when: Date.now(), came }));
      location.reload();
    } catch {
      say(isStyle);
    }
  }

  function say(isStyle) {
    page.dataset.failed = '';
    document.querySelector('.opening-wait')?.remove();
    if (isStyle) document.body?.prepend(words ?? '');
  }

  /** Whether it was a part of this app that failed; a browser's extensions fail here as well. */
  function watch({ target, filename, error, reason }) {
    const stopped = globalThis.WebAssembly && (error ?? reason) instanceof WebAssembly.RuntimeError;
    if (
      target instanceof Element
        ? target.matches(PARTS)
        : stopped || String(filename).startsWith(`${location.origin}/app-`)
    )
      failed({ isStyle: target.rel === 'stylesheet' });
  }
  for (const name of ['error', 'unhandledrejection']) addEventListener(name, watch, true);

  // What failed before this script came, and the program, of which no event tells.
  addEventListener('load', () => {
    if (missingStyle()) failed({ isStyle: true });
    else if (document.querySelector('script[integrity][type=module]'))
      (globalThis.ldnProgram?.started ?? Promise.reject()).catch(() => failed());
  });

  // A style sheet that hangs keeps everything from being seen.
  setTimeout(() => {
    const style = missingStyle();
    if (!style) return;
    failed({ isStyle: true, isSlow: true });
    // It is among the parts that are asked for.
    style.remove();
  }, PATIENCE);
})();
