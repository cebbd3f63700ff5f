//! Executes the content stream of a page as far as letters go.

use super::annotations;
use super::fonts::{Font, Fonts};
use super::lexer::{Lexer, Token, unescape_name};
use super::matrix::{IDENTITY, Matrix, from_numbers, multiply};
use super::objects::{Dictionary, File, Object, Page, Stream, words_of};
use super::words::{Ink, PageWords, WordBuilder};
use plenum_model::Oddity;
use std::sync::Arc;

/// Most operators of one page. The densest map seen has 0.8 million.
const MAX_OPERATORS: u32 = 4_000_000;
/// Deepest nesting of drawings within drawings.
const MAX_FORM_DEPTH: usize = 12;
/// Most drawings within drawings of one page, repeats counted.
const MAX_FORMS: u32 = 20_000;
/// Most operands of one operator; a line of kerned text has a few hundred.
const MAX_OPERANDS: usize = 100_000;
/// Deepest stack of saved states and of marks.
const MAX_STATES: usize = 512;

/// Reads the words of a page.
///
/// In: a page and the fonts read so far. Out: its words in drawing order. Errors: none; what was cut off or could not be
/// unpacked is told by [`PageWords::trouble`].
pub(super) fn words(file: &File, fonts: &Fonts<'_>, page: &Page<'_>) -> PageWords {
    let [left, bottom, right, top] = page.bounds;
    let (width, height) = (right - left, top - bottom);
    // From the page's own space to points from the top left, as shown.
    let (base, extent): (Matrix, _) = match page.quarter_turns {
        1 => ([0.0, 1.0, 1.0, 0.0, -bottom, -left], (height, width)),
        2 => ([-1.0, 0.0, 0.0, 1.0, right, -bottom], (width, height)),
        3 => ([0.0, -1.0, -1.0, 0.0, top, right], (height, width)),
        _ => ([1.0, 0.0, 0.0, -1.0, -left, top], (width, height)),
    };
    let mut interpreter = Interpreter {
        file,
        fonts,
        builder: WordBuilder::new(extent),
        operators_left: MAX_OPERATORS,
        forms_left: MAX_FORMS,
        extent,
    };
    let (bytes, is_incomplete) = file.contents(page);
    if is_incomplete {
        interpreter.builder.page().trouble = Some(Oddity::DamagedPage);
    }
    let mut forms = Vec::new();
    interpreter.run(&bytes, page.resources, State::new(base), &mut forms);
    for (stream, place) in annotations::drawings(file, page) {
        let Some(bytes) = file.unpack(stream) else { continue };
        let resources = file.dictionary(&stream.dict, b"Resources").or(page.resources);
        interpreter.builder.end_word();
        interpreter.run(&bytes, resources, State::new(multiply(&place, &base)), &mut forms);
    }
    interpreter.builder.finish()
}

/// What `q` saves and `Q` brings back, and the text's own place.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Arc<Font>>,
    size: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

impl State {
    fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// Content between `BDC` and `EMC`.
#[derive(Clone, Default)]
struct Marked {
    tag: i32,
    is_artifact: bool,
    /// Text to stand for what is drawn, and the number of words before it.
    replacement: Option<(String, usize)>,
}

/// Where one content stream stands.
struct Run<'r> {
    resources: Option<&'r Dictionary>,
    state: State,
    saved: Vec<State>,
    marked: Vec<Marked>,
    text: Matrix,
    line: Matrix,
}

struct Interpreter<'a> {
    file: &'a File,
    fonts: &'a Fonts<'a>,
    builder: WordBuilder,
    operators_left: u32,
    forms_left: u32,
    extent: (f32, f32),
}

impl<'a> Interpreter<'a> {
    /// Executes one content stream. `forms` holds the drawings that this one is inside of.
    fn run(&mut self, bytes: &[u8], resources: Option<&'a Dictionary>, state: State, forms: &mut Vec<*const Stream>) {
        let mut run = Run { resources, state, saved: Vec::new(), marked: Vec::new(), text: IDENTITY, line: IDENTITY };
        let mut lexer = Lexer::new(bytes);
        let mut operands: Vec<Token<'_>> = Vec::new();
        while let Some(token) = lexer.next() {
            let Token::Operator(operator) = token else {
                if operands.len() < MAX_OPERANDS {
                    operands.push(token);
                }
                continue;
            };
            if is_inside_array(&operands) && !matches!(operator, b"TJ" | b"ET" | b"Q") {
                continue; // Some programs write settings between the strings of an array; viewers pass over them.
            }
            let Some(left) = self.operators_left.checked_sub(1) else {
                self.builder.page().trouble = Some(Oddity::Overdrawn);
                break;
            };
            self.operators_left = left;
            match operator {
                b"true" | b"false" | b"null" => continue,
                b"ID" => lexer.skip_image(),
                b"Do" => {
                    if let Some(Token::Name(name)) = operands.last() {
                        self.draw(&run, name, forms);
                    }
                }
                _ => self.execute(&mut run, operator, &operands, &lexer),
            }
            operands.clear();
            lexer.forget();
        }
        while let Some(marked) = run.marked.pop() {
            self.end_marked(marked);
        }
    }

    fn execute(&mut self, run: &mut Run<'a>, operator: &[u8], operands: &[Token<'_>], lexer: &Lexer<'_>) {
        match operator {
            b"q" if run.saved.len() < MAX_STATES => run.saved.push(run.state.clone()),
            b"Q" => {
                if let Some(state) = run.saved.pop() {
                    run.state = state;
                }
            }
            b"cm" => run.state.matrix = multiply(&matrix_of(operands), &run.state.matrix),
            b"BT" => {
                run.text = IDENTITY;
                run.line = IDENTITY;
            }
            b"Tj" | b"TJ" => self.show(run, operands, lexer),
            b"'" => {
                next_line(run, 0.0, -run.state.leading);
                self.show(run, operands, lexer);
            }
            b"\"" => {
                run.state.word_space = number(operands, 0);
                run.state.letter_space = number(operands, 1);
                next_line(run, 0.0, -run.state.leading);
                self.show(run, operands, lexer);
            }
            b"BDC" | b"BMC" => self.begin_marked(run, operands, lexer),
            b"EMC" => {
                if let Some(marked) = run.marked.pop() {
                    self.end_marked(marked);
                }
            }
            b"Tf" => {
                if let Some(Token::Name(name)) = operands.first() {
                    run.state.font = self.fonts.get(run.resources, &unescape_name(name));
                }
                run.state.size = number(operands, 1);
            }
            b"BI" => self.builder.page().has_pictures = true,
            _ => set_text_state(run, operator, operands),
        }
    }

    /// `Do`: a picture is noted, a drawing is entered.
    fn draw(&mut self, run: &Run<'a>, name: &[u8], forms: &mut Vec<*const Stream>) {
        let name = unescape_name(name);
        let objects = run.resources.and_then(|r| self.file.dictionary(r, b"XObject"));
        let Some(Object::Stream(stream)) = objects.and_then(|o| self.file.get(o, &name)) else { return };
        match self.file.get(&stream.dict, b"Subtype").and_then(|o| o.as_name().ok()) {
            Some(b"Image") => self.builder.page().has_pictures = true,
            Some(b"Form") => self.draw_form(run, stream, forms),
            _ => {}
        }
    }

    fn draw_form(&mut self, run: &Run<'a>, stream: &'a Stream, forms: &mut Vec<*const Stream>) {
        let address: *const Stream = stream;
        if forms.len() >= MAX_FORM_DEPTH || forms.contains(&address) || self.forms_left == 0 {
            self.builder.page().trouble = Some(Oddity::NestedDrawings);
            return;
        }
        self.forms_left -= 1;
        let Some(bytes) = self.file.unpack(stream) else { return };
        let numbers: Vec<f32> = super::objects::numbers_of(self.file, self.file.get(&stream.dict, b"Matrix"));
        let mut state = run.state.clone();
        state.matrix = multiply(&from_numbers(&numbers), &state.matrix);
        let resources = self.file.dictionary(&stream.dict, b"Resources").or(run.resources);
        forms.push(address);
        // A drawing that is an artifact makes all inside it one.
        let is_artifact = run.marked.iter().any(|m| m.is_artifact);
        let before = self.builder.mark();
        self.run(&bytes, resources, state, forms);
        let after = self.builder.mark();
        if let Some(drawn) = self.builder.page().words.get_mut(before..after).filter(|_| is_artifact) {
            drawn.iter_mut().for_each(|word| word.is_artifact = true);
        }
        forms.pop();
    }

    fn begin_marked(&mut self, run: &mut Run<'a>, operands: &[Token<'_>], lexer: &Lexer<'_>) {
        let outer = run.marked.last();
        let mut marked = Marked {
            tag: outer.map_or(-1, |m| m.tag),
            is_artifact: outer.is_some_and(|m| m.is_artifact),
            replacement: None,
        };
        marked.is_artifact |= matches!(operands.first(), Some(Token::Name(b"Artifact")));
        let mut replacement = None;
        if let [_, Token::Name(name)] = operands {
            let properties = run.resources.and_then(|r| self.file.dictionary(r, b"Properties"));
            if let Some(named) = properties.and_then(|p| self.file.dictionary(p, &unescape_name(name))) {
                let tag = self.file.get(named, b"MCID").and_then(|o| o.as_i64().ok());
                marked.tag = tag.and_then(|tag| i32::try_from(tag).ok()).unwrap_or(marked.tag);
                replacement = self.file.get(named, b"ActualText").and_then(|o| o.as_str().ok()).map(words_of);
            }
        }
        for pair in operands.windows(2) {
            match pair {
                [Token::Name(b"MCID"), Token::Number(tag)] => marked.tag = *tag as i32,
                [Token::Name(b"ActualText"), Token::Text(range)] => replacement = Some(words_of(lexer.text(range))),
                _ => {}
            }
        }
        marked.replacement = replacement.map(|text| (text, self.builder.mark()));
        if run.marked.len() < MAX_STATES {
            run.marked.push(marked);
        }
    }

    fn end_marked(&mut self, marked: Marked) {
        if let Some((text, mark)) = marked.replacement {
            self.builder.replace_since(mark, &text);
        }
    }

    /// `Tj` and `TJ`: strings, with shifts between them in an array.
    fn show(&mut self, run: &mut Run<'a>, operands: &[Token<'_>], lexer: &Lexer<'_>) {
        let Some(font) = run.state.font.clone() else { return };
        let state = &run.state;
        let page = multiply(&run.text, &state.matrix);
        let along = (page[0] * page[0] + page[1] * page[1]).sqrt();
        let across = (page[2] * page[2] + page[3] * page[3]).sqrt();
        let size = state.size.abs() * across * font.height;
        let turn = turn_of(page[0] * state.size.signum(), page[1] * state.size.signum(), font.is_vertical);
        let marked = run.marked.last();
        let ink = Ink {
            size,
            turn,
            is_bold: font.is_bold,
            is_italic: font.is_italic,
            tag: marked.map_or(-1, |m| m.tag),
            is_artifact: marked.is_some_and(|m| m.is_artifact),
        };
        let scale = along * state.size.signum(); // From text units to points along the line.
        let mut pen = 0.0_f32; // How far the string has come, in text units.
        for operand in operands {
            match operand {
                Token::Number(shift) => {
                    let stretch = if font.is_vertical { 1.0 } else { state.stretch };
                    pen -= shift / 1000.0 * state.size * stretch;
                }
                Token::Text(range) => font.decode(lexer.text(range), |shown| {
                    let (dx, dy) = if font.is_vertical { (0.0, -pen.abs()) } else { (pen, state.rise) };
                    let x = page[0] * dx + page[2] * dy + page[4];
                    let y = page[1] * dx + page[3] * dy + page[5];
                    let space = state.letter_space + if shown.is_space_byte { state.word_space } else { 0.0 };
                    let width = if font.is_vertical { state.size } else { shown.width * state.size * state.stretch };
                    let advance = width + space * if font.is_vertical { 1.0 } else { state.stretch };
                    let place = upright(turn, x, y, self.extent);
                    if size > 0.05 && place.0.is_finite() && place.1.is_finite() {
                        let extents = ((width * scale).abs(), advance * scale);
                        self.builder.add(shown.letters, font.several(shown.letters), &ink, place, extents);
                    }
                    pen += advance;
                }),
                _ => {}
            }
        }
        let (dx, dy) = if font.is_vertical { (0.0, -pen) } else { (pen, 0.0) };
        run.text = multiply(&[1.0, 0.0, 0.0, 1.0, dx, dy], &run.text);
    }
}

/// Whether an array was begun and is not yet ended.
fn is_inside_array(operands: &[Token<'_>]) -> bool {
    let bracket = operands.iter().rev().find(|token| matches!(token, Token::ArrayStart | Token::ArrayEnd));
    bracket == Some(&Token::ArrayStart)
}

/// Which way text runs on the page: 0 to the right, 1 upwards, 2 to the left, 3 downwards.
fn turn_of(a: f32, b: f32, is_vertical: bool) -> u8 {
    if is_vertical {
        return 3;
    }
    // The y axis points down here.
    if a.abs() >= b.abs() {
        if a >= 0.0 { 0 } else { 2 }
    } else if b < 0.0 {
        1
    } else {
        3
    }
}

/// A place on the page as it is when the page is turned until text of that turn stands upright.
fn upright(turn: u8, x: f32, y: f32, (width, height): (f32, f32)) -> (f32, f32) {
    match turn {
        1 => (height - y, x),
        2 => (width - x, height - y),
        3 => (y, width - x),
        _ => (x, y),
    }
}

fn set_text_state(run: &mut Run<'_>, operator: &[u8], operands: &[Token<'_>]) {
    let first = number(operands, 0);
    match operator {
        b"Td" => next_line(run, first, number(operands, 1)),
        b"TD" => {
            run.state.leading = -number(operands, 1);
            next_line(run, first, number(operands, 1));
        }
        b"Tm" => {
            run.line = matrix_of(operands);
            run.text = run.line;
        }
        b"T*" => next_line(run, 0.0, -run.state.leading),
        b"Tc" => run.state.letter_space = first,
        b"Tw" => run.state.word_space = first,
        b"Tz" => run.state.stretch = first / 100.0,
        b"TL" => run.state.leading = first,
        b"Ts" => run.state.rise = first,
        _ => {}
    }
}

fn next_line(run: &mut Run<'_>, x: f32, y: f32) {
    run.line = multiply(&[1.0, 0.0, 0.0, 1.0, x, y], &run.line);
    run.text = run.line;
}

fn number(operands: &[Token<'_>], index: usize) -> f32 {
    match operands.get(index) {
        Some(Token::Number(number)) => *number,
        _ => 0.0,
    }
}

fn matrix_of(operands: &[Token<'_>]) -> Matrix {
    let mut numbers = [0.0; 6];
    if operands.len() < 6 {
        return IDENTITY;
    }
    for (slot, index) in numbers.iter_mut().zip(0..) {
        *slot = number(operands, index);
    }
    numbers
}
