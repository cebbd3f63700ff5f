//! Words that stand on a page rather than in it: fields of forms, typed notes, stamps.

use super::matrix::{Matrix, from_numbers, multiply};
use super::objects::{Dictionary, File, Object, Page, Stream, numbers_of};

/// Most annotations of one page that are looked at.
const MAX_ANNOTATIONS: usize = 5_000;

/// The drawings of a page's annotations, each with the matrix that puts it in its place.
pub(super) fn drawings<'a>(file: &'a File, page: &Page<'a>) -> Vec<(&'a Stream, Matrix)> {
    let list = file.get(page.dictionary, b"Annots").and_then(|o| o.as_array().ok());
    let annotations = list.into_iter().flatten().take(MAX_ANNOTATIONS).filter_map(|o| file.follow(o)?.as_dict().ok());
    annotations.filter_map(|annotation| drawing(file, annotation)).collect()
}

fn drawing<'a>(file: &'a File, annotation: &'a Dictionary) -> Option<(&'a Stream, Matrix)> {
    const HIDDEN: i64 = 0b10_0010; // Hidden, and not to be shown.
    let flags = file.get(annotation, b"F").and_then(|o| o.as_i64().ok()).unwrap_or(0);
    let kind = file.get(annotation, b"Subtype").and_then(|o| o.as_name().ok());
    if flags & HIDDEN != 0 || matches!(kind, Some(b"Popup" | b"Link")) {
        return None;
    }
    let stream = match file.get(file.dictionary(annotation, b"AP")?, b"N")? {
        Object::Stream(stream) => stream,
        Object::Dictionary(states) => {
            let state = file.get(annotation, b"AS").and_then(|o| o.as_name().ok())?;
            file.get(states, state)?.as_stream().ok()?
        }
        _ => return None,
    };
    let rectangle = numbers_of(file, file.get(annotation, b"Rect"));
    let bounds = numbers_of(file, file.get(&stream.dict, b"BBox"));
    let (&[ax, ay, bx, by], &[left, bottom, right, top]) = (rectangle.as_slice(), bounds.as_slice()) else {
        return None;
    };
    let own = from_numbers(&numbers_of(file, file.get(&stream.dict, b"Matrix")));
    // The drawing's box, turned by its own matrix, is stretched to fill the rectangle.
    let corners = [(left, bottom), (right, bottom), (left, top), (right, top)]
        .map(|(x, y)| (own[0] * x + own[2] * y + own[4], own[1] * x + own[3] * y + own[5]));
    let least = |values: [f32; 4]| values.into_iter().fold(f32::INFINITY, f32::min);
    let most = |values: [f32; 4]| values.into_iter().fold(f32::NEG_INFINITY, f32::max);
    let (xs, ys) = (corners.map(|c| c.0), corners.map(|c| c.1));
    let (width, height) = (most(xs) - least(xs), most(ys) - least(ys));
    if !(width > 0.0 && height > 0.0) {
        return None;
    }
    let (sx, sy) = ((bx - ax).abs() / width, (by - ay).abs() / height);
    let place = [sx, 0.0, 0.0, sy, ax.min(bx) - least(xs) * sx, ay.min(by) - least(ys) * sy];
    Some((stream, multiply(&own, &place)))
}
