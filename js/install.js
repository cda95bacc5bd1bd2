// How this page can become an app on the device: what the browser offers, and what it is already.

let offered;
let changed = () => {};

// The browser's own bar would come at its own time; ours comes after the first saved day.
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event;
  changed();
});
addEventListener('appinstalled', () => {
  offered = undefined;
  changed();
});

/** Calls back whenever `installState` may have changed. */
export function followInstall(callback) {
  changed = callback;
}

/** "app": opened from the home screen; "iphone": Safari can add it there by hand; "offer": the browser asks; or "". */
export function installState() {
  const isApp = navigator.standalone || matchMedia('(display-mode: standalone)').matches;
  if (isApp) return navigator.standalone === undefined ? 'app' : 'iphone app';
  // Only Apple's phones and tablets know this property.
  if (navigator.standalone === false) return 'iphone';
  return offered ? 'offer' : '';
}

/** Lets the browser ask whether to install. An offer can be used once. */
export async function install() {
  const event = offered;
  offered = undefined;
  await event?.prompt();
  await event?.userChoice;
  changed();
}
