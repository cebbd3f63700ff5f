//! Makes small PDF files, object by object.

/// A file being made: objects by number from 1 (catalogue, pages, font, then a page and its contents in turn).
pub(super) struct Pdf {
    objects: Vec<Vec<u8>>,
    pages: usize,
    catalogue: String,
    page_entries: Vec<String>,
    trailer: String,
}

/// Draws a line of text at a place in points from the lower left.
pub(super) fn line(x: i32, y: i32, size: i32, text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

impl Pdf {
    /// A file with these contents, a page each, in Helvetica.
    pub fn of_pages(contents: &[&str]) -> Self {
        let mut pdf = Self {
            objects: vec![Vec::new(), Vec::new()],
            pages: contents.len(),
            catalogue: String::new(),
            page_entries: vec![String::new(); contents.len()],
            trailer: String::new(),
        };
        pdf.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        for content in contents {
            pdf.add("");
            pdf.add_stream("", content.as_bytes());
        }
        pdf
    }

    /// A page of one line whose letters stand from left to right as given, in a font of two bytes a letter that says
    /// what each of them is; U+FFFD stands for a letter that it does not say.
    pub fn with_letters(letters: &str) -> Self {
        let codes = letters.chars().zip(1..);
        let shown: String = codes.clone().map(|(_, code)| format!("{code:04X}")).collect();
        let mut pdf = Self::of_pages(&[&format!("BT /F1 12 Tf 60 700 Td <{shown}> Tj ET")]);
        let named: Vec<String> = codes
            .filter(|(letter, _)| *letter != '\u{fffd}')
            .map(|(letter, code)| format!("<{code:04X}> <{:04X}>", u32::from(letter)))
            .collect();
        let next = pdf.next();
        pdf.objects[2] = format!(
            "<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/ToUnicode {next} 0 R/DescendantFonts\
             [<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/DW 500>>]>>"
        )
        .into_bytes();
        let map = format!("{} beginbfchar\n{}\nendbfchar", named.len(), named.join("\n"));
        pdf.add_stream("", map.as_bytes());
        pdf
    }

    /// The number that the next object will have.
    pub fn next(&self) -> usize {
        self.objects.len() + 1
    }
    /// The number of a page's object.
    pub fn page(&self, index: usize) -> usize {
        4 + 2 * index
    }
    /// Adds an object.
    pub fn add(&mut self, object: &str) {
        self.objects.push(object.as_bytes().to_vec());
    }
    /// Adds a stream with more entries in its dictionary.
    pub fn add_stream(&mut self, entries: &str, content: &[u8]) {
        let mut object = format!("<<{entries}/Length {}>>stream\n", content.len()).into_bytes();
        object.extend_from_slice(content);
        object.extend_from_slice(b"\nendstream");
        self.objects.push(object);
    }
    /// Puts a stream in the place of a page's contents.
    pub fn set_contents(&mut self, index: usize, entries: &str, content: &[u8]) {
        self.add_stream(entries, content);
        let stream = self.objects.pop().expect("just added");
        let at = self.page(index);
        self.objects[at] = stream;
    }
    /// Adds entries to the catalogue.
    pub fn set_catalogue(&mut self, entries: &str) {
        self.catalogue.push_str(entries);
    }
    /// Adds entries to a page.
    pub fn set_page(&mut self, index: usize, entries: &str) {
        self.page_entries[index].push_str(entries);
    }
    /// Adds entries to the trailer.
    pub fn set_trailer(&mut self, entries: &str) {
        self.trailer.push_str(entries);
    }

    /// The whole file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut objects = self.objects.clone();
        objects[0] = format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalogue).into_bytes();
        let kids: String = (0..self.pages).map(|index| format!("{} 0 R ", self.page(index))).collect();
        objects[1] = format!("<</Type/Pages/Count {}/Kids[{kids}]>>", self.pages).into_bytes();
        for (index, entries) in self.page_entries.iter().enumerate() {
            let number = self.page(index);
            objects[number - 1] = format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {} 0 R{entries}{}>>",
                number + 1,
                if entries.contains("/Resources") { "" } else { "/Resources<</Font<</F1 3 0 R>>>>" }
            )
            .into_bytes();
        }
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut offsets = Vec::new();
        for (object, number) in objects.iter().zip(1..) {
            offsets.push(bytes.len());
            bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
            bytes.extend_from_slice(object);
            bytes.extend_from_slice(b"\nendobj\n");
        }
        let start = bytes.len();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        table.extend(offsets.iter().map(|offset| format!("{offset:010} 00000 n \n")));
        let trailer = format!("trailer\n<</Size {}/Root 1 0 R{}>>\n", objects.len() + 1, self.trailer);
        bytes.extend_from_slice(format!("{table}{trailer}startxref\n{start}\n%%EOF\n").as_bytes());
        bytes
    }
}
