//! Both stores in memory, for tests: full, blocked, or keeping something else than what they were given.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::durable_store::{DurableStore, Texts};
use super::text_store::{StoreError, TextStore};

/// How a store misbehaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fault {
    /// It does as asked.
    #[default]
    None,
    /// It refuses everything.
    Blocked,
    /// It refuses to write.
    Full,
    /// It claims to have written, and kept only the first half.
    Torn,
    /// It claims to have taken something away, and still has it.
    Clings,
    /// It answers nothing; whoever asks gives up after a time.
    Silent,
}

/// Text under keys, in memory: a [`TextStore`], or a [`DurableStore`] each of whose answers takes one more look.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<Texts>,
    /// What the browser has committed to the disk: a kill goes back to it.
    on_disk: RefCell<Texts>,
    fault: Cell<Fault>,
}

impl MemoryStore {
    /// Misbehaves like this from now on.
    pub fn fail_with(&self, fault: Fault) {
        self.fault.set(fault);
    }

    /// What stands on the text store, by key.
    pub fn texts(&self) -> Texts {
        self.texts.borrow().clone()
    }

    /// Puts a text there without asking, as a fault of the disk would; `None` takes it away.
    pub fn damage(&self, key: &str, text: Option<&str>) {
        let mut texts = self.texts.borrow_mut();
        match text {
            Some(text) => _ = texts.insert(key.to_owned(), text.to_owned()),
            None => _ = texts.remove(key),
        }
    }

    /// Forgets everything, as a browser that clears a site.
    pub fn wipe(&self) {
        self.texts.take();
        self.on_disk.take();
    }

    /// Commits to the disk, as a browser does now and then.
    pub fn reach_disk(&self) {
        *self.on_disk.borrow_mut() = self.texts();
    }

    /// Loses every write since [`MemoryStore::reach_disk`], as a browser that is killed.
    pub fn lose_last_writes(&self) {
        *self.texts.borrow_mut() = self.on_disk.borrow().clone();
    }

    fn reachable(&self) -> Result<(), StoreError> {
        match self.fault.get() {
            Fault::Blocked => Err(StoreError::Blocked),
            Fault::Silent => Err(StoreError::Silent),
            _ => Ok(()),
        }
    }

    fn writable(&self) -> Result<(), StoreError> {
        match self.fault.get() {
            Fault::Full => Err(StoreError::Full),
            _ => self.reachable(),
        }
    }
}

impl TextStore for &MemoryStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.reachable()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.writable()?;
        let kept = match self.fault.get() {
            Fault::Torn => text.chars().take(text.chars().count() / 2).collect(),
            _ => text.to_owned(),
        };
        self.texts.borrow_mut().insert(key.to_owned(), kept);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.reachable()?;
        if self.fault.get() != Fault::Clings {
            self.texts.borrow_mut().remove(key);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.reachable()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}

impl DurableStore for &MemoryStore {
    async fn read(&self, keys: &[String]) -> Result<Vec<Option<String>>, StoreError> {
        Later::default().await;
        self.reachable()?;
        Ok(keys.iter().map(|key| self.texts.borrow().get(key).cloned()).collect())
    }

    async fn all(&self) -> Result<Texts, StoreError> {
        Later::default().await;
        self.reachable()?;
        Ok(self.texts())
    }

    async fn write(&self, entries: &[(String, Option<String>)]) -> Result<(), StoreError> {
        Later::default().await;
        self.writable()?;
        for (key, text) in entries {
            self.damage(key, text.as_deref());
        }
        self.reach_disk();
        Later::default().await;
        Ok(())
    }

    async fn clear(&self, entries: &[(String, Option<String>)]) -> Result<(), StoreError> {
        Later::default().await;
        self.writable()?;
        self.wipe();
        for (key, text) in entries {
            self.damage(key, text.as_deref());
        }
        self.reach_disk();
        Later::default().await;
        Ok(())
    }
}

/// Is ready at the second look, so that a test can stop the program in between.
#[derive(Debug, Default)]
struct Later(bool);

impl Future for Later {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}
