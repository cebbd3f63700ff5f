//! ISO 3166-1 alpha-2 codes of the Member States, and codes and names of former ones, as slugs of actors.
//!
//! The public data set lists the votes of the seat of China before 25 October 1971 under a code of its own, TW.

/// Alpha-2 code and slug, in pairs: what record sets of votes use, with codes withdrawn since (ISO 3166-3).
const CODES: &str = "AD and AE are AF afg AG atg AL alb AM arm AO ago AR arg AT aut AU aus AZ aze BA bih BB brb BD bgd \
    BE bel BF bfa BG bgr BH bhr BI bdi BJ ben BN brn BO bol BR bra BS bhs BT btn BW bwa BY blr BZ blz CA can CD cod \
    CF caf CG cog CH che CI civ CL chl CM cmr CN chn CO col CR cri CU cub CV cpv CY cyp CZ cze DE deu DJ dji DK dnk \
    DM dma DO dom DZ dza EC ecu EE est EG egy ER eri ES esp ET eth FI fin FJ fji FM fsm FR fra GA gab GB gbr GD grd \
    GE geo GH gha GM gmb GN gin GQ gnq GR grc GT gtm GW gnb GY guy HN hnd HR hrv HT hti HU hun ID idn IE irl IL isr \
    IN ind IQ irq IR irn IS isl IT ita JM jam JO jor JP jpn KE ken KG kgz KH khm KI kir KM com KN kna KP prk KR kor \
    KW kwt KZ kaz LA lao LB lbn LC lca LI lie LK lka LR lbr LS lso LT ltu LU lux LV lva LY lby MA mar MC mco MD mda \
    ME mne MG mdg MH mhl MK mkd ML mli MM mmr MN mng MR mrt MT mlt MU mus MV mdv MW mwi MX mex MY mys MZ moz NA nam \
    NE ner NG nga NI nic NL nld NO nor NP npl NR nru NZ nzl OM omn PA pan PE per PG png PH phl PK pak PL pol PT prt \
    PW plw PY pry QA qat RO rou RS srb RU rus RW rwa SA sau SB slb SC syc SD sdn SE swe SG sgp SI svn SK svk SL sle \
    SM smr SN sen SO som SR sur SS ssd ST stp SV slv SY syr SZ swz TD tcd TG tgo TH tha TJ tjk TL tls TM tkm TN tun \
    TO ton TR tur TT tto TV tuv TZ tza UA ukr UG uga US usa UY ury UZ uzb VC vct VE ven VN vnm VU vut WS wsm YE yem \
    ZA zaf ZM zmb ZW zwe PS pse VA vat CS csk DD ddr YD ymd YU yug SU rus TW china-until-1971";

/// The slug of an alpha-2 code in any case; `None` for codes that no actor of ours has.
pub fn slug(alpha2: &str) -> Option<&'static str> {
    let mut words = CODES.split_ascii_whitespace();
    while let (Some(code), Some(slug)) = (words.next(), words.next()) {
        if code.eq_ignore_ascii_case(alpha2) {
            return Some(slug);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_state_has_a_code() {
        let words: Vec<&str> = CODES.split_ascii_whitespace().collect();
        let states = words.len() / 2 - 2 - 6; // Without observers and former States.
        assert_eq!(states, 193);
        assert_eq!((slug("na"), slug("FR"), slug("XX")), (Some("nam"), Some("fra"), None));
    }
}
