//! Tests of `references`, in words of our own.

use super::*;

/// Each reference as `words=SYMBOL#number`.
fn check(text: &str, expected: &[&str]) {
    let shown: Vec<String> = find(text)
        .into_iter()
        .map(|reference| {
            let symbol = reference.symbol.map_or(String::new(), |symbol| symbol.to_string());
            let number = reference.number.map_or(String::new(), |number| format!("#{number}"));
            format!("{}={symbol}{number}", &text[reference.span.0..reference.span.1])
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn symbols_are_found_as_printed() {
    check("See A/80/257.", &["A/80/257=A/80/257"]);
    check("(A/RES/79/1)", &["A/RES/79/1=A/RES/79/1"]);
    check("in A/AC.292/2025/CRP.1, the Chair", &["A/AC.292/2025/CRP.1=A/AC.292/2025/CRP.1"]);
    check("section 5 (A/81/6 (Sect. 5)) and", &["A/81/6 (Sect. 5)=A/81/6(Sect.5)"]);
    check("S/PV.9000; A/C.1/72/PV.19", &["S/PV.9000=S/PV.9000", "A/C.1/72/PV.19=A/C.1/72/PV.19"]);
    check("E/CN.6/2020/3 ST/SGB/2017/1", &["E/CN.6/2020/3=E/CN.6/2020/3", "ST/SGB/2017/1=ST/SGB/2017/1"]);
    check("CCPR/C/21/Rev.1/Add. 13", &["CCPR/C/21/Rev.1/Add. 13=CCPR/C/21/Rev.1/Add.13"]);
    check("S/RES/2100(2013)", &["S/RES/2100(2013)=S/RES/2100(2013)"]);
}

#[test]
fn additions_are_documents_of_their_own() {
    check("A/65/405 and Add.1", &["A/65/405=A/65/405", "Add.1=A/65/405/Add.1"]);
    check(
        "A/65/405/Add.1, Add.2 and Corr.1",
        &["A/65/405/Add.1=A/65/405/Add.1", "Add.2=A/65/405/Add.2", "Corr.1=A/65/405/Add.2/Corr.1"],
    );
}

#[test]
fn words_with_strokes_are_no_symbols() {
    for text in
        ["and/or", "A/B testing", "24/7 service", "an A/4 page", "S/4HANA", "the 2019/20 season", "km/h", "E/Mail"]
    {
        check(text, &[]);
    }
}

#[test]
fn resolutions_are_found_by_their_wording() {
    check("by General Assembly resolution 79/1 the", &["resolution 79/1=A/RES/79/1"]);
    check(
        "resolutions 78/241 A and B, 79/3 and 80/4",
        &["resolutions 78/241 A and B=A/RES/78/241A-B", "79/3=A/RES/79/3", "80/4=A/RES/80/4"],
    );
    check("Its decision 75/564 stands", &["decision 75/564=A/DEC/75/564"]);
    check("Security Council resolution 2100 (2013) and", &["resolution 2100 (2013)=S/RES/2100(2013)"]);
    check("Human Rights Council resolution 50/1", &["resolution 50/1=A/HRC/RES/50/1"]);
    check("Economic and Social Council resolution 2006/38", &["resolution 2006/38=E/RES/2006/38"]);
    check("resolution 3357 (XXIX) of the General Assembly", &["resolution 3357 (XXIX)=A/RES/3357(XXIX)"]);
    check("resolution ES-11/1", &["resolution ES-11/1=A/RES/ES-11/1"]);
    check("decision 1/CP.21", &["decision 1/CP.21=1/CP.21"]);
}

#[test]
fn a_list_may_change_its_body() {
    check(
        "General Assembly resolution 46/182 and Security Council resolution 1325 (2000) and 1540 (2004)",
        &["resolution 46/182=A/RES/46/182", "resolution 1325 (2000)=S/RES/1325(2000)", "1540 (2004)=S/RES/1540(2004)"],
    );
    check("decision 19/1 of the Governing Council", &[]);
}

#[test]
fn a_long_list_is_followed_through_its_subjects() {
    check(
        "Assembly resolutions 79/1 on peace at sea, 79/2 on trade; and 79/3 on work",
        &["resolutions 79/1=A/RES/79/1", "79/2=A/RES/79/2", "79/3=A/RES/79/3"],
    );
    check("The Economic and Social Council met. By Council resolution 36 (IV)", &["resolution 36 (IV)=E/RES/36(IV)"]);
    check("in resolution 79/1, of which 40/50 is no part", &["resolution 79/1=A/RES/79/1"]);
}

#[test]
fn resolutions_are_found_in_six_languages() {
    check("la résolution 79/1 de l’Assemblée générale", &["résolution 79/1=A/RES/79/1"]);
    check("las resoluciones 79/1 y 79/2 de la Asamblea", &["resoluciones 79/1=A/RES/79/1", "79/2=A/RES/79/2"]);
    check("в резолюции 79/1 Генеральной Ассамблеи", &["резолюции 79/1=A/RES/79/1"]);
    check("резолюция 2100 (2013) Совета Безопасности", &["резолюция 2100 (2013)=S/RES/2100(2013)"]);
    check("عملا بالقرار 79/1 الصادر", &["بالقرار 79/1=A/RES/79/1"]);
    check("قرار الجمعية العامة 79/1", &["قرار الجمعية العامة 79/1=A/RES/79/1"]);
    check("大会第79/1号决议规定", &["第79/1号决议=A/RES/79/1"]);
    check("安全理事会第2100(2013)号决议", &["第2100(2013)号决议=S/RES/2100(2013)"]);
    check("人权理事会第50/1号决议", &["第50/1号决议=A/HRC/RES/50/1"]);
}

#[test]
fn a_paragraph_is_named_with_its_document() {
    check("paragraph 12 of resolution 79/1", &["paragraph 12 of resolution 79/1=A/RES/79/1#12"]);
    check("para. 13 (c) of A/70/174", &["para. 13 (c) of A/70/174=A/70/174#13 (c)"]);
    check("(A/80/257, para. 12)", &["A/80/257, para. 12=A/80/257#12"]);
    check(
        "paragraphs 3 and 5 of General Assembly resolution 79/1",
        &["paragraphs 3=A/RES/79/1#3", "5=A/RES/79/1#5", "resolution 79/1=A/RES/79/1"],
    );
    check("пункт 12 резолюции 79/1", &["пункт 12 резолюции 79/1=A/RES/79/1#12"]);
    check("الفقرة 12 من القرار 79/1", &["الفقرة 12 من القرار 79/1=A/RES/79/1#12"]);
    check("第79/1号决议第12段", &["第79/1号决议第12段=A/RES/79/1#12"]);
    check("A/80/1 and paragraph 3 of A/80/2", &["A/80/1=A/80/1", "paragraph 3 of A/80/2=A/80/2#3"]);
}

#[test]
fn treaty_articles_are_found() {
    check(
        "Article 51 of the Charter of the United Nations.",
        &["Article 51 of the Charter of the United Nations=UN-CHARTER#art. 51"],
    );
    check("under article 65 (1) of the Convention,", &["article 65 (1) of the Convention=#art. 65 (1)"]);
    check("Article 2, paragraph 4, of the Charter", &["Article 2, paragraph 4, of the Charter=UN-CHARTER#art. 2 (4)"]);
    check("articles 2 and 3 of the Convention", &["articles 2=#art. 2", "3 of the Convention=#art. 3"]);
    check("l’article 51 de la Charte", &["article 51 de la Charte=UN-CHARTER#art. 51"]);
    check("статья 51 Устава", &["статья 51 Устава=UN-CHARTER#art. 51"]);
    check("المادة 51 من ميثاق الأمم المتحدة", &["المادة 51 من ميثاق=UN-CHARTER#art. 51"]);
    check("《联合国宪章》第五十一条", &["《联合国宪章》第五十一条=UN-CHARTER#第五十一条"]);
    check("Article 3", &[]);
    check("an article about the Charter", &[]);
}

#[test]
fn a_list_of_mandates_is_read_under_its_title() {
    let mut paragraphs = vec![
        Paragraph::plain("Economic and Social Council resolutions"),
        Paragraph { kind: ParagraphKind::Table, ..Paragraph::plain("36 (IV) | Regions\n2025/25; 2025/27 | Towns") },
        Paragraph::plain("Board decisions"),
        Paragraph { kind: ParagraphKind::Table, ..Paragraph::plain("79/1 | A title of it") },
    ];
    fill(&mut paragraphs);
    let symbols = |at: usize| -> Vec<String> {
        paragraphs[at].references.iter().filter_map(|r| r.symbol.as_ref().map(ToString::to_string)).collect()
    };
    assert_eq!(symbols(1), ["E/RES/36(IV)", "E/RES/2025/25", "E/RES/2025/27"]);
    assert_eq!(symbols(3), [""; 0]);
}

#[test]
fn time_is_linear_in_the_text() {
    let text = "resolution 79/1 (A/80/257, para. 12), article 5 of the ".repeat(20_000);
    let found = find(&text);
    assert!(found.len() >= 40_000, "{}", found.len());
    let strokes = "A/".repeat(200_000) + &"1/".repeat(200_000) + &"第".repeat(100_000) + &"article 1, ".repeat(50_000);
    assert!(find(&strokes).len() < 1_000_000);
}

#[test]
fn spans_stand_on_character_borders_whatever_comes() {
    let pieces = [
        "A/",
        "80",
        "/257",
        " (Sect. ",
        "第",
        "号决议",
        "resolution ",
        "é",
        "المادة ",
        "79/1",
        ", ",
        " and ",
        "Add.",
        "(2013)",
        "\n",
        "|",
        "X",
    ];
    let mut state = 7_u64;
    for _ in 0..3_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let mut last = 0;
        for reference in find(&text) {
            assert!(reference.span.0 >= last && reference.span.0 < reference.span.1, "{text}");
            assert!(text.get(reference.span.0..reference.span.1).is_some(), "{text}");
            last = reference.span.1;
        }
    }
}
