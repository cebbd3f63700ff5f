//! What stands around every page: head, masthead, search box, foot.

use crate::Words;
use plenum_model::language::UN_SIX;
use std::borrow::Cow;

/// The room of the house that a page belongs to; the masthead marks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The first page.
    Home,
    /// Documents, paragraphs, search.
    Library,
    /// Questions and their answers.
    Ask,
    /// Processes and their sessions.
    Processes,
    /// States, groups, organisations; their votes.
    Actors,
    /// Sessions, meetings, deadlines.
    Calendar,
    /// Bringing in a file.
    Upload,
    /// How the machine is doing.
    Status,
    /// How to search.
    Help,
    /// For programs.
    Api,
    /// None of them: an error.
    Nowhere,
}

/// Light, dark, or as the reader's system has it; kept in the cookie `theme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Dark words on light paper.
    Light,
    /// Light words on dark paper.
    Dark,
}

impl Theme {
    /// The word used in the cookie, in the form and in the page: `system`, `light`, `dark`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
    /// The theme of that word; anything else is the system's.
    pub fn parse(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }
}

/// What stands around every page.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The interface's words.
    pub words: &'static Words,
    /// Which room is marked.
    pub room: Room,
    /// Light or dark.
    pub theme: Theme,
    /// The page's title, without the product's name; empty on the first page.
    pub title: Cow<'a, str>,
    /// One sentence for search engines and previews; may be empty.
    pub description: Cow<'a, str>,
    /// What stands in the search box.
    pub query: Cow<'a, str>,
    /// Scheme and host without a final slash: `https://plenum.example`.
    pub origin: Cow<'a, str>,
    /// The page's own address from `/`, with its query but without `ui=`: the canonical one.
    pub address: Cow<'a, str>,
    /// The same list as an Atom feed.
    pub atom: Option<Cow<'a, str>>,
    /// Where what the page shows can be followed by e-mail.
    pub follow: Option<Cow<'a, str>>,
    /// The same page as JSON.
    pub json: Option<Cow<'a, str>>,
    /// schema.org JSON-LD, one JSON value; escaped for its place here.
    pub json_ld: Option<Cow<'a, str>>,
    /// Whether search engines should leave it alone (searches, uploads, errors).
    pub is_private: bool,
}

impl<'a> Frame<'a> {
    /// A frame with nothing but words, room and address; set the other fields as they are known.
    pub fn new(words: &'static Words, room: Room, address: impl Into<Cow<'a, str>>) -> Self {
        Self {
            words,
            room,
            theme: Theme::System,
            title: Cow::Borrowed(""),
            description: Cow::Borrowed(""),
            query: Cow::Borrowed(""),
            origin: Cow::Borrowed(""),
            address: address.into(),
            atom: None,
            follow: None,
            json: None,
            json_ld: None,
            is_private: false,
        }
    }

    /// The interface's word of that key.
    pub fn say(&self, key: &str) -> &'static str {
        self.words.say(key)
    }

    /// The three themes, for the form.
    pub(crate) fn themes(&self) -> [Theme; 3] {
        [Theme::System, Theme::Light, Theme::Dark]
    }
    pub(crate) fn is_theme(&self, theme: &Theme) -> bool {
        *theme == self.theme
    }
    /// What the interface's language calls itself.
    pub(crate) fn own_name(&self) -> &'static str {
        own_name(self.words.lang())
    }

    /// The stylesheet's path.
    pub fn style_path(&self) -> &'static str {
        crate::assets::style_path()
    }
    /// The mark's path.
    pub fn mark_path(&self) -> &'static str {
        crate::assets::mark_path()
    }
    /// A script's path by its name.
    pub fn script_path(&self, name: &str) -> &'static str {
        crate::assets::script_path(name)
    }

    /// This page with the interface in each of the six languages, in the United Nations' order.
    pub fn alternates(&self) -> Vec<Alternate> {
        let joint = if self.address.contains('?') { '&' } else { '?' };
        let one = |lang: &'static str| Alternate {
            lang,
            name: own_name(lang),
            address: format!("{}{joint}ui={lang}", self.address),
            is_current: lang == self.words.lang(),
        };
        UN_SIX.into_iter().map(one).collect()
    }

    /// The JSON-LD with every `<`, `>` and `&` written so that it cannot end its element.
    pub fn safe_json_ld(&self) -> Option<String> {
        let escape = |json: &Cow<'_, str>| {
            json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026").replace('\u{2028}', "\\u2028")
        };
        self.json_ld.as_ref().map(escape)
    }
}

/// A page with the interface in another language.
#[derive(Clone, Debug)]
pub struct Alternate {
    /// The language's tag.
    pub lang: &'static str,
    /// Its own name of itself.
    pub name: &'static str,
    /// The page's address with `ui=`.
    pub address: String,
    /// Whether it is the one shown.
    pub is_current: bool,
}

/// What each of the six languages calls itself.
pub fn own_name(lang: &str) -> &'static str {
    match lang {
        "ar" => "العربية",
        "zh" => "中文",
        "fr" => "Français",
        "ru" => "Русский",
        "es" => "Español",
        _ => "English",
    }
}
