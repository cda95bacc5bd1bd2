//! All the words on installing.

pub(in crate::web::pages) const TITLE: &str = "On your home screen";
pub(super) const APPLE_FIRST: &str = "On an iPhone or iPad, begin on your home screen: tap Share, then “Add to Home Screen”, and open it there. What you enter here will not be there.";
pub(super) const APPLE_ELSEWHERE_FIRST: &str = "On an iPhone or iPad, open this page in Safari first: this browser can't put it on your home screen. What you enter here will not be there.";
pub(super) const APPLE_APP: &str =
    "Did you begin your diary in the browser? Save a backup there and import it here: it does not come over by itself.";
pub(super) const APPLE_LATER: &str = "The browser may clear this diary after a week without a visit. On your home screen it is safer, but has a diary of its own. To move there:";
pub(super) const APPLE_BACKUP: &str = "Save a backup.";
pub(super) const APPLE_ADD: &str = "Tap Share, then “Add to Home Screen”, and open the diary from there.";
pub(super) const APPLE_ELSEWHERE_ADD: &str = "Open this page in Safari: this browser can't put it on your home screen. There tap Share, then “Add to Home Screen”, and open the diary from your home screen.";
pub(super) const APPLE_IMPORT: &str = "Import the backup there.";
pub(super) const OFFERED: &str =
    "This diary can be an app on your device: it opens from the home screen, and the browser keeps it more safely.";
pub(super) const INSTALL: &str = "Install";
pub(super) const ACCEPTED: &str = "The browser is installing the diary on your device. That can take a moment.";
pub(super) const REFUSED: &str = "The diary is not installed. You can do it at any time: open the browser's menu and choose “Install” or “Add to Home screen”.";
pub(super) const INSTALLED: &str =
    "The diary is installed: you find it on your home screen, or in the list of your apps.";
pub(super) const NOT_NOW: &str = "Not now";
pub(super) const IS_APP: &str = "This is the app on your device.";
pub(super) const BY_HAND: &str = "Open the browser's menu and choose “Install” or “Add to Home screen”. On an iPhone or iPad, tap Share, then “Add to Home Screen”.";
pub(super) const KEPT: &str = "The whole app is on this device: it opens without a network.";
pub(super) const NOT_KEPT: &str = "Once the whole app is on this device, it opens without a network. With a network it comes by itself within a minute.";
pub(super) const KEEPS_NONE: &str = "This browser opens the diary with a network only.";
