// Before the first paint: the patient's theme and text size, and whether there is a diary here already. Then a watch over
// the start: what fails once is had anew and tried again; what fails twice is said, with the way to the rescue page.
(() => {
  const page = document.documentElement;
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith('ldn-diary/'))) page.dataset.known = '';
    const { theme, text } = JSON.parse(localStorage.getItem('ldn-diary-look')) ?? {};
    Object.assign(page.dataset, theme && { theme }, text && { text });
  } catch {}

  const TRIED = 'ldn-diary-start-tried';
  /** One try more in this time, milliseconds: nothing is loaded over and over. */
  const ONCE_IN = 60_000;
  const EVENTS = ['error', 'unhandledrejection', 'ldn-diary-failed'];
  /** The style sheet and the scripts of the page: each carries its hash. */
  const PARTS = 'script[integrity], link[integrity]';

  /** Whether this is the first failure of late. Where the browser remembers nothing, none is. */
  function isFirst() {
    try {
      const since = Date.now() - Number(sessionStorage.getItem(TRIED));
      sessionStorage.setItem(TRIED, String(Date.now()));
      return since < 0 || since > ONCE_IN;
    } catch {
      return false;
    }
  }

  /** The browser's own copy of a part may be the bad one. */
  async function fetchAnew() {
    const parts = [...document.querySelectorAll(`${PARTS}, link[rel=preload]`)];
    const enough = AbortSignal.timeout?.(5000);
    await Promise.allSettled(parts.map(({ src, href }) => fetch(src ?? href, { cache: 'reload', signal: enough })));
  }

  /** Whether it was a part of this app that failed; a browser's extensions fail here as well. */
  function isOurs({ type, target, filename, error, reason }) {
    if (target instanceof Element) return target.matches(PARTS);
    const stopped = globalThis.WebAssembly && (error ?? reason) instanceof WebAssembly.RuntimeError;
    return type === 'ldn-diary-failed' || stopped || String(filename).startsWith(`${location.origin}/app-`);
  }

  async function watch(event) {
    if (!isOurs(event)) return;
    const isStyle = event.target.rel === 'stylesheet';
    for (const name of EVENTS) removeEventListener(name, watch, true);
    // What goes wrong later is the app's to say. Without its style sheet it starts and can't be used.
    const goesOn = () => document.querySelector('.shell') && !isStyle;
    if (goesOn()) return;
    if (isFirst()) {
      await fetchAnew();
      if (!goesOn()) location.reload();
      return;
    }
    page.dataset.failed = '';
    document.querySelector('.opening-wait')?.remove();
    if (isStyle) document.body?.prepend(document.querySelector('.opening-slow') ?? '');
  }
  for (const name of EVENTS) addEventListener(name, watch, true);
})();
