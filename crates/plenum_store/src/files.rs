//! Files by the hash of their bytes: a trait, and its implementation in a folder.

use crate::{ContentHash, Result, StoreError};
use std::fs;
use std::future::Future;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};

/// A future that can be sent between threads; the shape of an asynchronous method of a trait object.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// A place for files, named by the hash of their bytes. Putting the same bytes twice is harmless.
pub trait Files: Send + Sync {
    /// Keeps bytes; when it returns they survive a power failure.
    fn put(&self, bytes: Vec<u8>) -> Pending<'_, ContentHash>;
    /// The bytes of that hash, as they are there (whoever must be sure compares the hash); `None` if they are not held.
    fn get(&self, hash: ContentHash) -> Pending<'_, Option<Vec<u8>>>;
    /// The hashes of all files held, in order.
    fn list(&self) -> Pending<'_, Vec<ContentHash>>;
}

/// Files in a folder: `ab/cd/abcd…`, two levels of 256 so that no folder grows large.
#[derive(Clone, Debug)]
pub struct FolderFiles {
    root: PathBuf,
}

/// Parts the names of files being written by one process at the same time.
static WRITTEN: AtomicU64 = AtomicU64::new(0);

impl FolderFiles {
    /// Uses a folder, made if missing.
    pub async fn open(root: &Path) -> Result<Self> {
        let root = root.to_owned();
        on_a_thread(move || {
            fs::create_dir_all(&root).map_err(failed(&root, "made"))?;
            Ok(Self { root })
        })
        .await
    }

    /// Where the file of that hash is, or would be.
    pub fn path(&self, hash: ContentHash) -> PathBuf {
        let name = hash.to_string();
        self.root.join(&name[..2]).join(&name[2..4]).join(&name)
    }

    fn put_now(&self, bytes: &[u8]) -> Result<ContentHash> {
        let hash = ContentHash::of(bytes);
        let path = self.path(hash);
        let length = u64::try_from(bytes.len()).expect("a length fits in 64 bits");
        if fs::metadata(&path).is_ok_and(|found| found.len() == length) {
            return Ok(hash);
        }
        let folder = path.parent().expect("two folders were joined to the root");
        fs::create_dir_all(folder).map_err(failed(folder, "made"))?;
        // Written beside its place under a name no one else uses, then renamed: a killed process leaves no half file.
        let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
        let half = folder.join(format!(".{}-{number}-{hash}", std::process::id()));
        write_to_disk(&half, bytes).map_err(failed(&half, "written"))?;
        fs::rename(&half, &path).map_err(failed(&path, "written"))?;
        for made in [Some(folder), folder.parent(), Some(self.root.as_path())].into_iter().flatten() {
            let sync = fs::File::open(made).and_then(|folder| folder.sync_all());
            sync.map_err(failed(made, "written"))?; // The name of a new file is kept by its folder.
        }
        Ok(hash)
    }

    fn get_now(&self, hash: ContentHash) -> Result<Option<Vec<u8>>> {
        let path = self.path(hash);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed(&path, "read")(error)),
        }
    }

    fn list_now(&self) -> Result<Vec<ContentHash>> {
        let mut found = Vec::new();
        for first in entries(&self.root)? {
            for second in entries(&first)? {
                for file in entries(&second)? {
                    let name = file.file_name().and_then(|name| name.to_str());
                    found.extend(name.and_then(ContentHash::parse));
                }
            }
        }
        found.sort_unstable();
        Ok(found)
    }
}

impl Files for FolderFiles {
    fn put(&self, bytes: Vec<u8>) -> Pending<'_, ContentHash> {
        let here = self.clone();
        Box::pin(on_a_thread(move || here.put_now(&bytes)))
    }
    fn get(&self, hash: ContentHash) -> Pending<'_, Option<Vec<u8>>> {
        let here = self.clone();
        Box::pin(on_a_thread(move || here.get_now(hash)))
    }
    fn list(&self) -> Pending<'_, Vec<ContentHash>> {
        let here = self.clone();
        Box::pin(on_a_thread(move || here.list_now()))
    }
}

fn write_to_disk(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// What a folder holds; nothing if it is no folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let read = fs::read_dir(folder).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect());
    read.map_err(failed(folder, "read"))
}

pub(crate) fn failed(path: &Path, doing: &'static str) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.display().to_string();
    move |source| StoreError::File { path, doing, source }
}

/// Does work that waits for the disk where it holds nobody up.
pub(crate) async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(StoreError::Stopped),
        },
    }
}
