//! Tables that hold data, told from those that only lay out a page.

use super::tree::Tree;

/// Whether a table's rows are to be kept as rows; the cells of others are read as running text.
pub(super) fn holds_data(tree: &Tree, at: usize) -> bool {
    let table = &tree.nodes[at];
    if matches!(table.attribute("role"), Some("presentation" | "none")) {
        return false;
    }
    let (mut rows, mut cells, mut heads, mut odd) = (0, 0, 0, 0);
    let mut widest = 0;
    let mut in_row = 0;
    for node in &tree.nodes[at + 1..table.end] {
        match node.name() {
            "tr" => {
                rows += 1;
                in_row = 0;
            }
            "td" | "th" => {
                cells += 1;
                in_row += 1;
                widest = widest.max(in_row);
                heads += usize::from(node.name() == "th");
            }
            "table" | "h1" | "h2" | "h3" | "blockquote" => odd += 1,
            _ => {}
        }
    }
    heads > 0 && widest > 1 || (rows >= 2 && widest >= 2 && cells >= 4 && odd == 0)
}
