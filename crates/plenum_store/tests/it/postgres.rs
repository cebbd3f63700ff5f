//! A PostgreSQL of our own for one test process: made when first needed, gone when the process ends.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, OnceLock};

/// The server: reached by a socket in a folder of its own, so that no port is taken.
pub struct Server {
    folder: PathBuf,
    /// Reads from this process; when that ends, however it ends, the keeper stops the server.
    keeper: Mutex<Child>,
    databases: Mutex<u32>,
}

const SKIP: &str = "PLENUM_TEST_WITHOUT_POSTGRES";

/// Starts the server and waits until it answers, then waits for this process to end, stops it and tidies up.
///
/// $1 the folder of its programs. Says the folder that it made, which is the socket's too.
const KEEPER: &str = r#"set -e
here=$(mktemp -d "${TMPDIR:-/tmp}/plenum-postgres-XXXXXX")
cd "$here"
"$1/initdb" --no-sync -A trust -U postgres --locale=C.UTF-8 -E UTF8 -D data >initdb.log 2>&1
"$1/pg_ctl" -w -s -D data -l server.log \
  -o "-c listen_addresses='' -k $here -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start
echo "$here"
read -r _ || true
"$1/pg_ctl" -s -D data -m immediate stop || true
cd / && rm -rf "$here""#;

/// The server of this process; `None` if whoever runs the tests said to go without.
pub fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(start).as_ref()
}

fn start() -> Option<Server> {
    if std::env::var(SKIP).is_ok_and(|value| value == "1") {
        eprintln!("NOT TESTED ON POSTGRESQL: {SKIP}=1 is set, so every test of the store ran on SQLite alone.");
        return None;
    }
    let Some(programs) = programs() else {
        panic!("PostgreSQL is not installed: run `apt-get install postgresql`, or set {SKIP}=1 to test without it");
    };
    let mut keeper = as_ordinary_user()
        .args(["sh", "-c", KEEPER, "keeper"])
        .arg(&programs)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("sh and env or setpriv are on every Debian");
    let mut said = String::new();
    BufReader::new(keeper.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let folder = PathBuf::from(said.trim());
    assert!(
        folder.join("data").exists(),
        "PostgreSQL did not start; look for plenum-postgres-* in the temporary folder"
    );
    Some(Server { folder, keeper: Mutex::new(keeper), databases: Mutex::new(0) })
}

/// PostgreSQL refuses to run as root, so root runs it as the user that its package made.
fn as_ordinary_user() -> Command {
    let id = Command::new("id").arg("-u").output().expect("id is on every Debian");
    if id.stdout.trim_ascii() == b"0" {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
        command
    } else {
        Command::new("env")
    }
}

/// The folder of `initdb` and `pg_ctl`: Debian keeps them apart by version.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|folder| folder.join("initdb").exists())
        .collect();
    versions.sort();
    versions.pop()
}

impl Server {
    /// A new database, copied from one that has the tables already.
    pub fn database(&self) -> String {
        let ended = self.keeper.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).try_wait().unwrap();
        assert!(ended.is_none(), "PostgreSQL's keeper ended before the tests did");
        let mut number = self.databases.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if *number == 0 {
            self.sql("create database plenum_template");
            // A thread, because a test may already run in a runtime.
            let url = self.url("plenum_template");
            let made = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(async { plenum_store::Store::open(&url).await.unwrap().close().await });
            });
            made.join().unwrap();
        }
        *number += 1;
        let name = format!("plenum_{number}");
        self.sql(&format!("create database {name} template plenum_template"));
        self.url(&name)
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }

    fn sql(&self, text: &str) {
        let psql = programs().unwrap().join("psql");
        let host: &Path = &self.folder;
        let run = Command::new(psql).arg("-h").arg(host).args(["-U", "postgres", "-q", "-c", text]).output().unwrap();
        assert!(run.status.success(), "{text}: {}", String::from_utf8_lossy(&run.stderr));
    }
}
