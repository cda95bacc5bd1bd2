// How this page can become an app on the device: what the browser offers, and what it is already.

let offered;
/** What became of the last offer: "accepted", "refused" or "installed". */
let outcome = '';
let changed = () => {};

// The browser's own bar would come at its own time; ours comes after the first saved day.
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event;
  outcome = '';
  changed();
});
addEventListener('appinstalled', () => {
  offered = undefined;
  outcome = 'installed';
  changed();
});

/** Calls back whenever `installState` may have changed. */
export function followInstall(callback) {
  changed = callback;
}

/** Whether a browser of Apple's phones and tablets has “Add to Home Screen”. All are Safari inside, and those that can be
 * opened by themselves say so; one inside another app has no such menu, and before iOS 16.4 only Safari itself had. */
function canAdd(agent) {
  if (!agent.includes('Safari/') || /FBA[NV]|Instagram|Line\/|GSA\//.test(agent)) return false;
  const [, major, minor] = agent.match(/ OS (\d+)_(\d+)/) ?? [];
  return !(/CriOS|FxiOS|EdgiOS/.test(agent) && major * 100 + Number(minor) < 1604);
}

function isAlone() {
  try {
    return matchMedia('(display-mode: standalone)').matches;
  } catch {
    return false;
  }
}

/** "app": opened from the home screen; "iphone": it can be added there by hand; "iphone elsewhere": only from Safari;
 * "offer": the browser asks; "accepted", "refused" or "installed": what came of that; or "". */
export function installState() {
  const isApp = navigator.standalone || isAlone();
  if (isApp) return navigator.standalone === undefined ? 'app' : 'iphone app';
  // Only Apple's phones and tablets know this property.
  if (navigator.standalone === false) return canAdd(navigator.userAgent) ? 'iphone' : 'iphone elsewhere';
  return offered ? 'offer' : outcome;
}

/** Lets the browser ask whether to install. An offer can be used once. */
export async function install() {
  if (!offered) return;
  const event = offered;
  offered = undefined;
  await event.prompt();
  const choice = await event.userChoice;
  // It may have been installed before this is heard.
  outcome ||= choice.outcome === 'accepted' ? 'accepted' : 'refused';
  changed();
}
