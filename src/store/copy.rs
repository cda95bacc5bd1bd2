//! A copy of something before it is replaced.

use super::durable_store::DurableStore;
use super::keeper::KeepError;

/// Puts a text under a name and reads it back: only then it may be relied on.
///
/// # Errors
/// [`KeepError`], where it could not be written, could not be read back, or came back as something else.
pub async fn keep_copy(durable: &impl DurableStore, name: &str, text: &str) -> Result<(), KeepError> {
    durable.write(&[(name.to_owned(), Some(text.to_owned()))]).await?;
    let back = durable.read(&[name.to_owned()]).await?;
    if back == [Some(text.to_owned())] {
        Ok(())
    } else {
        Err(KeepError::ReadBack)
    }
}
