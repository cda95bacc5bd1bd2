//! All the words on installing.

pub(in crate::web::pages) const TITLE: &str = "On your home screen";
pub(super) const APPLE_FIRST: &str = "On an iPhone or iPad, begin on your home screen: tap Share, then “Add to Home Screen”, and open it there. What you enter here will not be there.";
pub(super) const APPLE_APP: &str =
    "Did you begin your diary in the browser? Save a backup there and import it here: it does not come over by itself.";
pub(super) const APPLE_LATER: &str = "The browser may clear this diary after a week without a visit. On your home screen it is safer, but has a diary of its own. To move there:";
pub(super) const APPLE_STEPS: [&str; 3] = [
    "Save a backup.",
    "Tap Share, then “Add to Home Screen”, and open the diary from there.",
    "Import the backup there.",
];
pub(super) const OFFERED: &str =
    "This diary can be an app on your device: it opens from the home screen, and the browser keeps it more safely.";
pub(super) const INSTALL: &str = "Install";
pub(super) const NOT_NOW: &str = "Not now";
pub(super) const IS_APP: &str = "This is the app on your device.";
pub(super) const BY_HAND: &str = "Open the browser's menu and choose “Install” or “Add to Home screen”. On an iPhone or iPad, tap Share, then “Add to Home Screen”.";
pub(super) const KEPT: &str = "The whole app is on this device: it opens without a network.";
pub(super) const NOT_KEPT: &str =
    "The app is not on this device yet. With a network it comes by itself within a minute.";
pub(super) const KEEPS_NONE: &str = "This browser opens the diary with a network only.";
