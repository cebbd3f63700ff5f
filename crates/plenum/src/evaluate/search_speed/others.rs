//! The same questions put to SQLite's FTS5 and to PostgreSQL's full text, through their own programs.
//!
//! Each question is four statements, as a page needs them: the best twenty with marked snippets, how many hold the
//! words, and their counts by actor and by year. Both stem English; both ask for all words. Every twentieth question is
//! asked, by two processes at once, since single ones take a second.

use super::texts::Question;
use anyhow::{Context, Result, bail, ensure};
use plenum_search::Entry;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// What an engine took.
pub struct Measured {
    /// Of each question, from both processes.
    pub times: Vec<Duration>,
    /// Until everything could be found.
    pub indexed_s: f64,
    /// On disk.
    pub bytes: u64,
}

const EVERY: usize = 20;

/// Id, actor, year and text, a paragraph a line.
fn write_table(file: &Path, made: impl Iterator<Item = Entry>) -> Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    for entry in made {
        let text = entry.text.replace(['\t', '\n', '\r', '\\'], " ");
        let actor = entry.actor.unwrap_or_default();
        writeln!(out, "{}\t{actor}\t{}\t{text}", entry.paragraph_id, entry.date / 10_000)?;
    }
    out.flush()?;
    Ok(())
}

/// Runs a program on a script; its output is all that it wrote.
fn run(mut command: Command, script: &str) -> Result<Output> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} cannot be run"))?;
    let mut stdin = child.stdin.take().context("a program's input")?;
    let script = script.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(script.as_bytes()));
    let output = child.wait_with_output()?;
    let written = writer.join().map_err(|_| anyhow::anyhow!("the script was not written"))?;
    ensure!(output.status.success() && written.is_ok(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output)
}

/// SQLite's FTS5 (`porter unicode61`).
pub fn sqlite(
    folder: &Path,
    made: impl Iterator<Item = Entry>,
    questions: &[Question],
) -> Result<(&'static str, Measured)> {
    ensure!(Command::new("sqlite3").arg("--version").output().is_ok(), "SQLite: the program sqlite3 is not installed");
    let (table, base) = (folder.join("paragraphs.tsv"), folder.join("fts5.db"));
    write_table(&table, made)?;
    let open = || {
        let mut command = Command::new("sqlite3");
        command.arg(&base);
        command
    };
    let begun = Instant::now();
    let script = format!(
        "pragma journal_mode=off; pragma synchronous=off;\n\
         create table raw (id integer primary key, actor text, year integer, text text);\n\
         .mode ascii\n.separator \"\\t\" \"\\n\"\n.import {} raw\n\
         create virtual table words using fts5(text, content='raw', content_rowid='id', tokenize='porter unicode61');\n\
         insert into words (words) values ('rebuild');\n",
        table.display()
    );
    run(open(), &script)?;
    let indexed_s = begun.elapsed().as_secs_f64();
    let bytes = std::fs::metadata(&base)?.len();
    let mut script = String::from(".timer on\n");
    for question in questions.iter().step_by(EVERY) {
        let words = question.words.join(" ");
        let asked = if question.is_phrase { format!("\"{words}\"") } else { words };
        let year = question.year.map_or(String::new(), |year| format!(" and year = {year}"));
        let held = format!("from words join raw on raw.id = words.rowid where words match '{asked}'{year}");
        script += &format!(
            "select words.rowid, snippet(words, 0, '[', ']', '…', 40) {held} order by rank limit 20;\n\
             select count(*) {held};\nselect actor, count(*) {held} group by actor;\n\
             select year, count(*) {held} group by year;\n"
        );
    }
    let times = both(&|| {
        let output = run(open(), &script)?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let seconds = text.lines().filter_map(|line| line.strip_prefix("Run Time: real ")).filter_map(first_number);
        Ok(by_four(seconds.collect()))
    })?;
    for file in [&table, &base] {
        std::fs::remove_file(file)?;
    }
    Ok(("SQLite FTS5", Measured { times, indexed_s, bytes }))
}

/// The same script in two processes at once.
fn both(ask: &(dyn Fn() -> Result<Vec<Duration>> + Sync)) -> Result<Vec<Duration>> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(ask)).collect();
        let mut times = Vec::new();
        for thread in threads {
            times.extend(thread.join().map_err(|_| anyhow::anyhow!("a process was lost"))??);
        }
        Ok(times)
    })
}

fn first_number(text: &str) -> Option<f64> {
    text.split_whitespace().next()?.parse().ok()
}

/// Seconds of statements to times of questions.
fn by_four(seconds: Vec<f64>) -> Vec<Duration> {
    seconds.chunks_exact(4).map(|four| Duration::from_secs_f64(four.iter().sum())).collect()
}

/// PostgreSQL's full text (`english`, a GIN index) in a cluster of its own, without `fsync`.
pub fn postgresql(
    folder: &Path,
    made: impl Iterator<Item = Entry>,
    questions: &[Question],
) -> Result<(&'static str, Measured)> {
    let cluster = Cluster::start(&folder.join("postgresql"))?;
    let table = folder.join("paragraphs.tsv");
    write_table(&table, made)?;
    let begun = Instant::now();
    let script = format!(
        "create unlogged table raw (id bigint, actor text, year int, text text);\n\\copy raw from '{}'\n\
         create unlogged table words as select id, actor, year, text, to_tsvector('english', text) as held from raw;\n\
         set maintenance_work_mem = '512MB';\ncreate index on words using gin (held);\nanalyze words;\n",
        table.display()
    );
    run(cluster.psql(), &script)?;
    let indexed_s = begun.elapsed().as_secs_f64();
    let size = run(cluster.psql(), "select pg_total_relation_size('words');\n")?;
    let bytes = String::from_utf8_lossy(&size.stdout).trim().parse().unwrap_or(0);
    let mut script = String::from("set statement_timeout = '20s';\n\\timing on\n");
    for question in questions.iter().step_by(EVERY) {
        let function = if question.is_phrase { "phraseto_tsquery" } else { "plainto_tsquery" };
        let asked = format!("{function}('english', '{}')", question.words.join(" "));
        let year = question.year.map_or(String::new(), |year| format!(" and year = {year}"));
        let held = format!("from words where held @@ {asked}{year}");
        script += &format!(
            "select id, ts_headline('english', text, {asked}) from (select id, text {held} \
             order by ts_rank_cd(held, {asked}) desc limit 20) as best;\nselect count(*) {held};\n\
             select actor, count(*) {held} group by actor;\nselect year, count(*) {held} group by year;\n"
        );
    }
    let times = both(&|| {
        let output = run(cluster.psql(), &script)?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let times = text.lines().filter_map(|line| line.strip_prefix("Time: ")).filter_map(first_number);
        Ok(by_four(times.map(|ms| ms / 1_000.0).collect()))
    })?;
    std::fs::remove_file(&table)?;
    Ok(("PostgreSQL", Measured { times, indexed_s, bytes }))
}

/// A PostgreSQL of our own; stopped when dropped.
struct Cluster {
    data: PathBuf,
    programs: PathBuf,
    as_other: bool,
}

impl Cluster {
    fn start(data: &Path) -> Result<Self> {
        let programs = programs().context("PostgreSQL: initdb is not installed")?;
        std::fs::create_dir_all(data)?;
        // initdb refuses to run as root, so root becomes Debian's user for it.
        let is_root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout == b"0\n");
        let cluster = Self { data: data.to_owned(), programs, as_other: is_root };
        if is_root {
            let owned = Command::new("chown").arg("postgres").arg(data).status()?;
            ensure!(owned.success(), "PostgreSQL: there is no user postgres to run it as");
            for parent in data.ancestors().skip(1).take(2) {
                Command::new("chmod").arg("a+x").arg(parent).status()?;
            }
        }
        let args = ["--no-sync", "-A", "trust", "-E", "UTF8", "--locale=C", "-U", "plenum", "-D"];
        run_here(cluster.program("initdb").args(args).arg(data))?;
        let options = format!("-c listen_addresses='' -c fsync=off -c shared_buffers=512MB -k {}", data.display());
        let log = data.join("log");
        run_here(
            cluster.program("pg_ctl").args(["-w", "-o", &options, "-D"]).arg(data).arg("-l").arg(log).arg("start"),
        )?;
        Ok(cluster)
    }
    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        if !self.as_other {
            return Command::new(path);
        }
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path);
        command
    }
    fn psql(&self) -> Command {
        let mut command = Command::new(self.programs.join("psql"));
        command.args(["-q", "-t", "-A", "-U", "plenum", "-d", "postgres", "-h"]).arg(&self.data);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = run_here(self.program("pg_ctl").args(["-m", "immediate", "-D"]).arg(&self.data).arg("stop"))
        {
            eprintln!("PostgreSQL was not stopped: {error:#}");
        }
    }
}

fn run_here(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if !status.success() {
        bail!("{:?} failed", command.get_program());
    }
    Ok(())
}

/// Where initdb is: on the path, or in Debian's folder of the newest version.
fn programs() -> Option<PathBuf> {
    let debian =
        std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    debian.filter(|path| path.join("initdb").exists()).max()
}
