//! The command line: one verb each, `--data`, `--database` and `--json` before or after it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Follows, opens up and runs a multilateral process.
#[derive(Parser)]
#[command(name = "plenum", version, about, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub verb: Verb,
}

/// Where the data is and how to answer; valid before and after every verb.
#[derive(Args, Clone)]
pub struct Place {
    /// Folder with everything Plenum keeps [default: ./data, or $PLENUM_DATA]
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// postgres://… instead of the SQLite file in the data folder [or $PLENUM_DATABASE]
    #[arg(long, global = true, value_name = "URL")]
    pub database: Option<String>,
    /// Print one JSON value on standard output, and nothing else there
    #[arg(long, global = true)]
    pub json: bool,
}

/// What to do.
#[derive(Subcommand)]
pub enum Verb {
    /// Serve the pages
    #[command(after_help = "Example:\n  plenum serve --data ./data --listen 127.0.0.1:8080")]
    Serve(Serve),
    /// Keep files, folders, archives (zip, tar.zst), record sets (.jsonl), calendars (.ics), feeds and packs
    #[command(
        after_help = "Examples:\n  plenum import reports/ statements.jsonl --process oewg-2021-2025\n  plenum import third.vtt --process oewg-2021-2025 --meeting \"Third meeting\" --date 2025-02-18"
    )]
    Import(Import),
    /// Read one file and print its paragraphs; keeps nothing
    #[command(after_help = "Example:\n  plenum extract A_80_257.docx --json")]
    Extract {
        /// The file; `-` for standard input
        file: PathBuf,
    },
    /// Find paragraphs
    #[command(
        after_help = "Examples:\n  plenum search \"points of contact\" -n 5\n  plenum search '\"critical infrastructure\" -finance' --process oewg-2021-2025 --json\n  plenum search 'A/80/257 para 12'"
    )]
    Search(Search),
    /// Ask a question in any of six languages; every sentence of the answer cites what it rests on
    #[command(
        after_help = "Examples:\n  plenum ask \"Who chairs the Global Mechanism?\"\n  plenum ask \"Когда была принята Конвенция против киберпреступности?\" --json\n  plenum ask \"What was the status of the OEWG?\" --as-of 2024-12-06\n  plenum ask \"Who chairs the Global Mechanism?\" --model-url http://127.0.0.1:8000/v1 --model-name small"
    )]
    Ask(Ask),
    /// Compose an edition of a digest: what the record shows of processes between two days, every sentence with its source
    #[command(
        after_help = "Examples:\n  plenum digest --process oewg-2021-2025 --from 2024-12-01 --to 2025-02-28\n  plenum digest --process oewg-2021-2025 --session \"Tenth substantive session\"\n  plenum digest --process igf --process wsis-20 --from 2025-04-01 --to 2025-06-30 --kind quarterly --language fr --keep"
    )]
    Digest(Digest),
    /// Make the letters that subscribers are due, and send what waits
    #[command(
        after_help = "Examples:\n  plenum letters --dry-run\n  plenum letters --now 2026-12-01 --origin https://plenum.example --mail-from plenum@plenum.example --smtp-url-file smtp-url"
    )]
    Letters(Letters),
    /// Measure quality and print the figures
    #[command(after_help = "Example:\n  plenum evaluate extraction ./un-docs --json")]
    Evaluate {
        #[command(subcommand)]
        what: Evaluate,
    },
    /// Rebuild the search index from the database
    #[command(after_help = "Example:\n  plenum reindex --data ./data")]
    Reindex,
    /// Write a pack that was loaded, as it stands now, into a folder
    #[command(after_help = "Example:\n  plenum export --pack un-ict-security packs/un-ict-security")]
    Export {
        /// The pack's name
        #[arg(long, value_name = "NAME")]
        pack: String,
        /// The folder; files of the same names are replaced
        folder: PathBuf,
    },
    /// Write everything kept into one file
    #[command(after_help = "Example:\n  plenum backup plenum-2026-11-22.tar.zst")]
    Backup {
        /// The file to write; must not exist
        file: PathBuf,
    },
    /// Fill an empty data folder or database from a backup
    #[command(after_help = "Example:\n  plenum restore plenum-2026-11-22.tar.zst --data ./new")]
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Check every invariant and every hash, or the packs named
    #[command(after_help = "Examples:\n  plenum check --data ./data\n  plenum check packs/un-ict-security")]
    Check {
        /// Packs to check instead of the data
        packs: Vec<PathBuf>,
    },
    /// The limited child that reads one file for the others (standard input to standard output)
    #[command(hide = true)]
    ReadLimited {
        /// Cut it at its speakers
        #[arg(long)]
        as_transcript: bool,
    },
}

/// `plenum serve`
#[derive(Args)]
pub struct Serve {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    pub listen: std::net::SocketAddr,
    /// Scheme and host under which readers reach it [or $PLENUM_ORIGIN; default: http:// and the address listened on]
    #[arg(long, value_name = "URL")]
    pub origin: Option<String>,
    /// Largest upload, in megabytes
    #[arg(long, default_value_t = 50, value_name = "MB")]
    pub upload_mb: u32,
    /// Folder of packs, loaded on the first start
    #[arg(long, default_value = "packs", value_name = "DIR")]
    pub packs: PathBuf,
    /// Folder with the encoder's weights
    #[arg(long, default_value = "models", value_name = "DIR")]
    pub models: PathBuf,
    /// Keep what readers ask, with the answers, for so many days [or $PLENUM_KEEP_QUESTIONS; default: 0, nothing]
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(0..=3650))]
    pub keep_questions: Option<u16>,
    #[command(flatten)]
    pub model: Model,
    #[command(flatten)]
    pub mail: Mail,
}

/// The language model that writes answers anew, each sentence checked; without one they are composed of quotations.
#[derive(Args, Clone, Default)]
pub struct Model {
    /// Server that speaks OpenAI's protocol: https://host/v1 [or $PLENUM_MODEL_URL]
    #[arg(long, value_name = "URL")]
    pub model_url: Option<String>,
    /// What the server calls the model; readers are told [or $PLENUM_MODEL_NAME]
    #[arg(long, value_name = "NAME")]
    pub model_name: Option<String>,
    /// File that holds the server's key [or $PLENUM_MODEL_KEY_FILE, or the key itself in $PLENUM_MODEL_KEY]
    #[arg(long, value_name = "FILE")]
    pub model_key_file: Option<PathBuf>,
    /// Longest that it may take for one answer, in seconds; two thirds of it until its first word [default: 15]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=120))]
    pub model_seconds: Option<u16>,
}

/// How letters are sent; without a server none are, and nobody can subscribe.
#[derive(Args, Clone, Default)]
pub struct Mail {
    /// Server that takes our letters: smtps://user:password@host:465 or smtp://…:587 [or $PLENUM_SMTP_URL]
    #[arg(long, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// File that holds that address, so that no list of processes shows the password [or $PLENUM_SMTP_URL_FILE]
    #[arg(long, value_name = "FILE", conflicts_with = "smtp_url")]
    pub smtp_url_file: Option<PathBuf>,
    /// Address that letters come from [or $PLENUM_MAIL_FROM]
    #[arg(long, value_name = "ADDRESS")]
    pub mail_from: Option<String>,
}

/// `plenum letters`
#[derive(Args)]
pub struct Letters {
    /// As if it were noon (UTC) of this day
    #[arg(long, value_name = "DATE")]
    pub now: Option<String>,
    /// Print the letters; keep, note and send nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Scheme and host under which readers reach the pages [or $PLENUM_ORIGIN]
    #[arg(long, value_name = "URL")]
    pub origin: Option<String>,
    #[command(flatten)]
    pub mail: Mail,
}

/// `plenum import`
#[derive(Args, Default)]
pub struct Import {
    /// Files, folders, archives, record sets, packs
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// The process they belong to, by slug
    #[arg(long, value_name = "SLUG")]
    pub process: Option<String>,
    /// Their standing, where neither pack nor symbol tells
    #[arg(long, value_name = "WORD")]
    pub standing: Option<String>,
    /// Their symbol (one file only), where the file does not bear it
    #[arg(long, value_name = "SYMBOL")]
    pub symbol: Option<String>,
    /// Their language, where it should not be guessed
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// The file is the transcript of this meeting of the process: it is cut into statements
    #[arg(long, value_name = "NAME")]
    pub meeting: Option<String>,
    /// Says that the file is a transcript (--meeting says so too)
    #[arg(long)]
    pub transcript: bool,
    /// The session that the meeting belongs to, by its name
    #[arg(long, value_name = "NAME")]
    pub session: Option<String>,
    /// The meeting's day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// The meeting was informal
    #[arg(long)]
    pub informal: bool,
    /// Where the meeting's recording is
    #[arg(long, value_name = "URL")]
    pub video: Option<String>,
}

/// `plenum search`
#[derive(Args)]
pub struct Search {
    /// Words, "a phrase", -exclusion, a symbol with a paragraph number
    pub query: String,
    /// How many paragraphs
    #[arg(short, default_value_t = 10)]
    pub n: usize,
    /// Skip as many
    #[arg(long, default_value_t = 0)]
    pub offset: usize,
    /// Only of these processes, by slug
    #[arg(long, value_name = "SLUG")]
    pub process: Vec<String>,
    /// Only words of these actors (a State's code: fra)
    #[arg(long, value_name = "ACTOR")]
    pub actor: Vec<String>,
    /// Only words of members of these groups
    #[arg(long, value_name = "GROUP")]
    pub group: Vec<String>,
    /// Only these kinds: resolution, report, treaty, draft, statement, paper, article
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only of these standings: adopted, chair, official, statement, commentary, machine
    #[arg(long, value_name = "STANDING")]
    pub standing: Vec<String>,
    /// Only texts in these languages
    #[arg(long, value_name = "TAG")]
    pub language: Vec<String>,
    /// Only these documents
    #[arg(long, value_name = "SYMBOL")]
    pub symbol: Vec<String>,
    /// From this year on
    #[arg(long, value_name = "YEAR")]
    pub from: Option<i32>,
    /// Until this year
    #[arg(long, value_name = "YEAR")]
    pub until: Option<i32>,
    /// The order
    #[arg(long, value_enum)]
    pub order: Option<Order>,
    /// By words, by meaning, or by both
    #[arg(long, value_enum, default_value = "both")]
    pub by: By,
    /// Folder with the encoder's weights
    #[arg(long, default_value = "models", value_name = "DIR")]
    pub models: PathBuf,
}

/// `plenum ask`
#[derive(Args)]
pub struct Ask {
    /// The question, at most 500 characters
    pub question: String,
    /// Answer as it was on this day
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Only of these processes, by slug
    #[arg(long, value_name = "SLUG")]
    pub process: Vec<String>,
    /// Folder with the encoder's weights
    #[arg(long, default_value = "models", value_name = "DIR")]
    pub models: PathBuf,
    #[command(flatten)]
    pub model: Model,
}

/// `plenum digest`
#[derive(Args)]
pub struct Digest {
    /// Processes, by slug
    #[arg(long, value_name = "SLUG", required = true)]
    pub process: Vec<String>,
    /// The first day
    #[arg(long, value_name = "YYYY-MM-DD", required_unless_present = "session")]
    pub from: Option<String>,
    /// The last day
    #[arg(long, value_name = "YYYY-MM-DD", required_unless_present = "session")]
    pub to: Option<String>,
    /// The days of this session of one of the processes, by its name; a report on it, unless --kind says otherwise
    #[arg(long, value_name = "NAME", conflicts_with_all = ["from", "to"])]
    pub session: Option<String>,
    /// Only these issues, by slug
    #[arg(long, value_name = "SLUG")]
    pub issue: Vec<String>,
    /// weekly, session or quarterly
    #[arg(
        long,
        default_value = "weekly",
        value_name = "WORD",
        default_value_if("session", clap::builder::ArgPredicate::IsPresent, "session")
    )]
    pub kind: String,
    /// The language of its words: ar, zh, en, fr, ru, es
    #[arg(long, default_value = "en", value_name = "TAG")]
    pub language: String,
    /// Scheme and host before the addresses that are printed
    #[arg(long, default_value = "", value_name = "URL")]
    pub origin: String,
    /// Keep it as a draft, to be edited, approved and published at the desk
    #[arg(long)]
    pub keep: bool,
}

/// The order of what is found; a phrase search is oldest first unless told otherwise.
#[derive(Clone, Copy, ValueEnum)]
pub enum Order {
    Best,
    Oldest,
    Newest,
}

/// What finds.
#[derive(Clone, Copy, ValueEnum)]
pub enum By {
    Both,
    Words,
    Meaning,
}

/// `plenum evaluate`
#[derive(Subcommand)]
pub enum Evaluate {
    /// Reading of files: precision, recall, numbers, symbols, speed
    #[command(after_help = "Example:\n  plenum evaluate extraction ../shared/data/un-docs")]
    Extraction {
        /// A data set's folder, or the folder above several
        dir: PathBuf,
    },
    /// Reading of calendar files (.ics): how many are read
    #[command(after_help = "Example:\n  plenum evaluate calendars ../shared/data/calendars")]
    Calendars {
        /// Folders, files or archives
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Reading of feeds (RSS, Atom, JSON Feed): how many are read
    #[command(after_help = "Example:\n  plenum evaluate feeds ../shared/data/feeds")]
    Feeds {
        /// Folders, files or archives
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Search on a judged collection in the BEIR shapes
    #[command(
        after_help = "Example:\n  plenum evaluate retrieval --corpus corpus.jsonl --queries queries.jsonl --qrels qrels.tsv"
    )]
    Retrieval {
        #[arg(long)]
        corpus: PathBuf,
        #[arg(long)]
        queries: PathBuf,
        #[arg(long)]
        qrels: PathBuf,
        /// Folder with the encoder's weights
        #[arg(long, default_value = "models", value_name = "DIR")]
        models: PathBuf,
    },
    /// Question to paragraph on a file in SQuAD's shape
    #[command(after_help = "Example:\n  plenum evaluate passages --squad xquad.en.json --questions xquad.es.json")]
    Passages {
        #[arg(long)]
        squad: PathBuf,
        /// The same questions in another language, in the same order
        #[arg(long)]
        questions: Option<PathBuf>,
        /// Folder with the encoder's weights
        #[arg(long, default_value = "models", value_name = "DIR")]
        models: PathBuf,
    },
    /// Answers: right, from the right place, and refused where there is none
    #[command(
        after_help = "Examples:\n  plenum evaluate answers evaluation/questions.jsonl --recorded evaluation/recorded.toml\n  \
                      plenum evaluate answers evaluation/questions.jsonl --paragraphs 100000 --texts texts.jsonl\n  plenum evaluate answers --squad xquad.en.json --questions xquad.es.json"
    )]
    Answers {
        /// Questions with what is accepted, one JSON object a line
        file: Option<PathBuf>,
        /// A file in SQuAD's shape instead
        #[arg(long)]
        squad: Option<PathBuf>,
        /// The same questions in another language, in the same order
        #[arg(long, requires = "squad")]
        questions: Option<PathBuf>,
        /// Folder of packs that the questions are about
        #[arg(long, default_value = "packs", value_name = "DIR")]
        packs: PathBuf,
        /// Documents that the questions are about, or a folder of them
        #[arg(long, default_value = "tests/documents", value_name = "PATH")]
        documents: Vec<PathBuf>,
        /// Figures recorded earlier: ends with 1 where one is worse now
        #[arg(long, value_name = "FILE", conflicts_with = "squad")]
        recorded: Option<PathBuf>,
        /// Write the figures there, to be compared with later
        #[arg(long, value_name = "FILE", conflicts_with = "squad")]
        record: Option<PathBuf>,
        /// Ask among so many paragraphs more, made of --texts
        #[arg(long, requires = "texts", value_name = "N")]
        paragraphs: Option<usize>,
        /// Record sets or files whose paragraphs are repeated with variation
        #[arg(long, value_name = "FILE")]
        texts: Vec<PathBuf>,
        /// Folder with the encoder's weights
        #[arg(long, default_value = "models", value_name = "DIR")]
        models: PathBuf,
        #[command(flatten)]
        model: Box<Model>,
    },
    /// Making letters for many subscribers of the packs' library: milliseconds
    #[command(after_help = "Example:\n  plenum evaluate letters --subscribers 1500")]
    Letters {
        /// How many subscribers, each of whom follows four things
        #[arg(long, default_value_t = 1_500)]
        subscribers: usize,
        /// Folder of packs
        #[arg(long, default_value = "packs", value_name = "DIR")]
        packs: PathBuf,
        /// Folder of documents
        #[arg(long, default_value = "tests/documents", value_name = "DIR")]
        documents: PathBuf,
    },
    /// At which place the statement stands that answers a question, among all statements of the packs
    #[command(
        after_help = "Example:\n  plenum evaluate statements evaluation/questions.jsonl evaluation/fresh.jsonl --fit"
    )]
    Statements {
        /// Questions with what is accepted, one JSON object a line
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Folder of packs that the questions are about
        #[arg(long, default_value = "packs", value_name = "DIR")]
        packs: PathBuf,
        /// Folder with the encoder's weights
        #[arg(long, default_value = "models", value_name = "DIR")]
        models: PathBuf,
        /// Learn the weights from the questions not held out, print them and measure them
        #[arg(long)]
        fit: bool,
    },
    /// Recognising the State that speaks from the text of its statement alone
    #[command(after_help = "Example:\n  plenum evaluate speakers statements.jsonl")]
    Speakers {
        /// A record set with iso3 and text
        records: PathBuf,
    },
    /// Speed of composing digests: an edition for each of many selections of processes and issues, over the packs
    #[command(after_help = "Example:\n  plenum evaluate digest --subscribers 1500")]
    Digest {
        /// How many selections
        #[arg(long, default_value_t = 1_500)]
        subscribers: usize,
        /// Folder of packs that they are about
        #[arg(long, default_value = "packs", value_name = "DIR")]
        packs: PathBuf,
    },
    /// Speed of search beside SQLite's and PostgreSQL's
    #[command(after_help = "Example:\n  plenum evaluate search-speed --paragraphs 1000000 texts.jsonl")]
    SearchSpeed {
        /// How many paragraphs to make of the texts
        #[arg(long, default_value_t = 1_000_000)]
        paragraphs: usize,
        /// Record sets or files whose paragraphs are repeated with variation
        texts: Vec<PathBuf>,
        /// Folder with the encoder's weights
        #[arg(long, default_value = "models", value_name = "DIR")]
        models: PathBuf,
    },
}
