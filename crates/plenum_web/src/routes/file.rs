//! The file as it came, for saving; a PDF also for looking at. A stranger's file is never a page of ours.

use crate::answer::{Outcome, with_type};
use crate::app::House;
use crate::fault::Fault;
use crate::guard;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use bytes::Bytes;
use plenum_model::Address;
use plenum_store::ContentHash;
use plenum_store::documents::{Found, Shown};

/// How a file is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// To be saved, whatever it is.
    Save,
    /// A PDF to be shown by the browser; everything else to be saved.
    Look,
    /// As [`Manner::Look`], within a frame of our own upload page.
    LookInOurFrame,
}

/// `/d/{symbol}/{revision}/file`, or with `sha256` one of the files that hold the same text in another format.
pub(crate) async fn original(house: &House, address: &Address, sha256: Option<&str>, is_inline: bool) -> Outcome {
    let missing = || Fault::no_document(address.symbol.as_str(), Vec::new());
    let page = match house.app.store.document_page(&address.symbol, address.revision.as_ref()).await? {
        Found::Here(page) => page,
        Found::MovedTo(to) => return crate::answer::moved(&format!("{to}/file")),
        Found::OnlyDocument(_) | Found::Missing => return Err(missing()),
    };
    let shown = page.shown.as_ref().ok_or_else(missing)?;
    let (file, name, format) = wanted(shown, sha256).ok_or_else(missing)?;
    let held = house.app.files.get(file).await?;
    let Some(bytes) = held else {
        return Err(Fault::ours(format!("the file {file} of {address} is not held")));
    };
    let name = if name.is_empty() { page.document.facts.symbol.as_str() } else { name };
    let manner = if is_inline { Manner::Look } else { Manner::Save };
    let mut response = hand_out(bytes.into(), format, name, manner);
    // The bytes of a revision never change.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400, immutable"));
    Ok(response)
}

/// The file that was read, or the one of that hash beside it: hash, name, format; `None` if no such file is beside it.
fn wanted<'a>(shown: &'a Shown, sha256: Option<&str>) -> Option<(ContentHash, &'a str, &'a str)> {
    let revision = &shown.revision;
    let read = (revision.file, revision.file_name.as_str(), revision.format.as_str());
    let Some(sha256) = sha256 else { return Some(read) };
    let beside = shown.other_formats.iter().map(|other| (other.file, other.file_name.as_str(), other.format.as_str()));
    std::iter::once(read).chain(beside).find(|(file, ..)| file.to_string() == sha256)
}

/// Hands out bytes of a format under a name.
pub(crate) fn hand_out(bytes: Bytes, format: &str, name: &str, manner: Manner) -> Response {
    let is_pdf = format == "pdf" && bytes.starts_with(b"%PDF");
    let mut response = with_type(bytes, media_type(format));
    let headers = response.headers_mut();
    let is_shown = is_pdf && manner != Manner::Save;
    let policy = match manner {
        Manner::Look if is_shown => guard::PDF,
        Manner::LookInOurFrame if is_shown => guard::PDF_IN_OUR_FRAME,
        _ => guard::SANDBOX,
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::CONTENT_DISPOSITION, disposition(is_shown, name));
    response
}

/// The type under which a format is sent. HTML goes as bytes: it must not become a page of ours, whoever opens it.
fn media_type(format: &str) -> &'static str {
    match format {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text" | "markdown" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// `attachment; filename="a.pdf"; filename*=UTF-8''…` (RFC 6266): no letter of the name can end the header or its quotes.
fn disposition(is_shown: bool, name: &str) -> HeaderValue {
    let kind = if is_shown { "inline" } else { "attachment" };
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let short: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    let plain: String =
        short.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_() ".contains(c) { c } else { '_' }).collect();
    let escaped = crate::addresses::escape(&short).replace('+', "%20").replace([':', '/'], "_");
    let line = format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{escaped}");
    HeaderValue::from_str(&line).expect("only letters, digits and marks of ASCII are left")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_cannot_leave_its_quotes() {
        for name in
            ["a\"; x=\"b", "a\r\nset-cookie: x=y", "../../etc/passwd", "C:\\x.exe", "доклад.pdf", "", "\u{202e}fdp.exe"]
        {
            let value = disposition(false, name);
            let line = value.to_str().expect("plain");
            assert_eq!(line.matches('"').count(), 2, "{line}");
            assert!(line.starts_with("attachment; filename=\"") && !line.contains(".."), "{line}");
        }
    }

    #[test]
    fn only_a_real_pdf_is_shown() {
        let shown = |bytes: &'static [u8], format| {
            let response = hand_out(Bytes::from_static(bytes), format, "a", Manner::Look);
            response.headers()[header::CONTENT_DISPOSITION].as_bytes().starts_with(b"inline")
        };
        assert!(shown(b"%PDF-1.7", "pdf"));
        assert!(!shown(b"<script>", "pdf") && !shown(b"%PDF-1.7", "html"));
        let html = hand_out(Bytes::from_static(b"<script>"), "html", "a.html", Manner::Look);
        assert_eq!(html.headers()[header::CONTENT_TYPE], "application/octet-stream");
        assert!(html.headers()[header::CONTENT_SECURITY_POLICY].as_bytes().ends_with(b"sandbox"));
    }
}
