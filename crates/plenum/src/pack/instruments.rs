//! `instruments.toml`: what a process set up for States to use.

use super::reading::{At, Kind, date, dated, is_yes, slug, sourced, symbol, table_file, unplaced, yes};
use plenum_model::knowledge::Instrument;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, instrument, Row);

pub(super) const KIND: Kind<File, Row, Instrument> = Kind {
    file: "instruments.toml",
    list: |file| file.instrument,
    filled: |instrument| File { instrument },
    fact,
    row,
};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    name: String,
    summary: String,
    process: Option<String>,
    mandate: Option<Spanned<String>>,
    stands: Option<String>,
    from: Option<Spanned<String>>,
    source: Spanned<String>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    confirmed: bool,
}

fn fact(row: Row) -> At<Instrument> {
    Ok(Instrument {
        slug: slug(row.slug)?,
        name: row.name,
        summary: row.summary,
        process: row.process,
        mandate: row.mandate.map(|m| symbol(&m)).transpose()?.map(|s| s.to_string()),
        stands: row.stands,
        from: date(row.from)?,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

fn row(instrument: &Instrument) -> Row {
    let instrument = instrument.clone();
    Row {
        slug: unplaced(instrument.slug),
        name: instrument.name,
        summary: instrument.summary,
        process: instrument.process,
        mandate: instrument.mandate.map(unplaced),
        stands: instrument.stands,
        from: dated(instrument.from),
        source: unplaced(instrument.source),
        confirmed: instrument.is_confirmed,
    }
}
