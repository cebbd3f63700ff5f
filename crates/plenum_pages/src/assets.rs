//! Stylesheet, scripts and mark: embedded, served under a name that holds a hash of their content.

use std::sync::LazyLock;

/// A file of the interface.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// Its bytes.
    pub bytes: &'static [u8],
    /// Its media type with its charset.
    pub content_type: &'static str,
    /// Whether the address changes with the content, so that it may be kept for ever.
    pub immutable: bool,
}

/// The stylesheet's parts in the order in which they are joined: base, what is on every page, then one a component.
const STYLE: &[&str] = &[
    include_str!("../assets/css/base.css"),
    include_str!("../assets/css/masthead.css"),
    include_str!("../assets/css/search.css"),
    include_str!("../assets/css/foot.css"),
    include_str!("../assets/css/standing.css"),
    include_str!("../assets/css/sheet.css"),
    include_str!("../assets/css/rows.css"),
    include_str!("../assets/css/home.css"),
    include_str!("../assets/css/fold.css"),
    include_str!("../assets/css/library.css"),
    include_str!("../assets/css/folio.css"),
    include_str!("../assets/css/paragraph.css"),
    include_str!("../assets/css/leaf.css"),
    include_str!("../assets/css/form.css"),
    include_str!("../assets/css/votes.css"),
    include_str!("../assets/css/trend.css"),
    include_str!("../assets/css/calendar.css"),
    include_str!("../assets/css/ask.css"),
    include_str!("../assets/css/asked.css"),
    include_str!("../assets/css/claims.css"),
    include_str!("../assets/css/processes.css"),
    include_str!("../assets/css/meeting.css"),
    include_str!("../assets/css/positions.css"),
    include_str!("../assets/css/digests.css"),
    include_str!("../assets/css/print.css"),
];
/// The values, before everything else; those of dark paper are declarations only, used in two places.
const TOKENS: &str = include_str!("../assets/css/tokens.css");
const TOKENS_DARK: &str = include_str!("../assets/css/tokens-dark.css");

/// The scripts: name, source.
const SCRIPTS: [(&str, &str); 7] = [
    ("suggest", include_str!("../assets/js/suggest.js")),
    ("menu", include_str!("../assets/js/menu.js")),
    ("copy", include_str!("../assets/js/copy.js")),
    ("drop", include_str!("../assets/js/drop.js")),
    ("contents", include_str!("../assets/js/contents.js")),
    ("zone", include_str!("../assets/js/zone.js")),
    ("aloud", include_str!("../assets/js/aloud.js")),
];

const MARK: &str = include_str!("../assets/mark.svg");

struct Named {
    path: String,
    asset: Asset,
}

static STYLE_FILE: LazyLock<Named> = LazyLock::new(|| {
    let by_system =
        format!("@media (prefers-color-scheme: dark) {{ :root:not([data-theme=\"light\"]) {{ {TOKENS_DARK} }} }}\n");
    let by_choice = format!(":root[data-theme=\"dark\"] {{ {TOKENS_DARK} }}\n");
    let joined = [TOKENS, &by_system, &by_choice].into_iter().chain(STYLE.iter().copied()).collect::<String>();
    // Kept as long as the program runs: made once.
    Named::new("plenum", "css", joined.leak(), "text/css; charset=utf-8")
});
static SCRIPT_FILES: LazyLock<Vec<(&str, Named)>> = LazyLock::new(|| {
    let one = |(name, source)| (name, Named::new(name, "js", source, "text/javascript; charset=utf-8"));
    SCRIPTS.into_iter().map(one).collect()
});
static MARK_FILE: LazyLock<Named> = LazyLock::new(|| Named::new("mark", "svg", MARK, "image/svg+xml"));

impl Named {
    fn new(name: &str, ending: &str, content: &'static str, content_type: &'static str) -> Self {
        let path = format!("/assets/{name}-{:016x}.{ending}", hash(content.as_bytes()));
        Self { path, asset: Asset { bytes: content.as_bytes(), content_type, immutable: true } }
    }
}

/// The asset at a path, with or without `/assets/` before it; `None` where there is none.
pub fn asset(path: &str) -> Option<Asset> {
    let wanted = path.strip_prefix("/assets/").unwrap_or(path);
    let all = [&*STYLE_FILE, &*MARK_FILE].into_iter().chain(SCRIPT_FILES.iter().map(|(_, named)| named));
    all.into_iter().find(|named| named.path.strip_prefix("/assets/") == Some(wanted)).map(|named| named.asset)
}

/// Every asset's path, for a test or an export.
pub fn paths() -> impl Iterator<Item = &'static str> {
    let scripts = SCRIPT_FILES.iter().map(|(_, named)| named.path.as_str());
    [STYLE_FILE.path.as_str(), MARK_FILE.path.as_str()].into_iter().chain(scripts)
}

/// The stylesheet's path.
pub fn style_path() -> &'static str {
    &STYLE_FILE.path
}

/// The mark's path (an SVG).
pub fn mark_path() -> &'static str {
    &MARK_FILE.path
}

/// A script's path by its name.
pub(crate) fn script_path(name: &str) -> &'static str {
    SCRIPT_FILES.iter().find(|(own, _)| *own == name).map_or("", |(_, named)| &named.path)
}

/// FNV-1a, 64 bits: enough to tell versions of our own files apart, no defence against anyone.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_to_its_asset() {
        for path in paths() {
            assert!(asset(path).is_some_and(|asset| !asset.bytes.is_empty() && asset.immutable), "{path}");
        }
        assert!(asset("/assets/../src/lib.rs").is_none());
    }
}
