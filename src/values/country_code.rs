use core::fmt;

use crate::document::{Described, Kind, Read, Text, Value, Write, Writer, nearest, read_text};
use crate::error::Error;

/// A country or territory by its ISO 3166-1 code; alpha-3 or alpha-2 in, alpha-3 out. Kosovo has the
/// user-assigned XKX (XK).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode(&'static str);

impl CountryCode {
    /// Reads alpha-3 or alpha-2, upper or lower case.
    ///
    /// # Errors
    /// `InvalidInput` with the nearest code when there is no such code.
    pub fn parse(code: &str) -> Result<Self, Error> {
        let wanted = code.to_ascii_uppercase();
        let three: Option<[u8; 3]> = wanted.as_bytes().try_into().ok();
        let two: Option<[u8; 2]> = wanted.as_bytes().try_into().ok();
        let (mut place, mut rest) = (0, CODES.as_bytes());
        while let [a, b, c, d, e, others @ ..] = rest {
            if three == Some([*a, *b, *c]) || two == Some([*d, *e]) {
                break;
            }
            place += 6;
            rest = others.get(1..).unwrap_or_default();
        }
        CODES.get(place..place + 3).map(Self).ok_or_else(|| unknown(code))
    }

    /// Three letters: `MEX`.
    pub const fn alpha3(self) -> &'static str {
        self.0
    }

    /// Two letters: `MX`.
    pub fn alpha2(self) -> &'static str {
        codes().find(|(alpha3, _)| *alpha3 == self.0).map_or("", |(_, alpha2)| alpha2)
    }

    /// Every code, in the order of alpha-3.
    pub fn all() -> impl Iterator<Item = Self> {
        codes().map(|(alpha3, _)| Self(alpha3))
    }
}

impl Text for CountryCode {
    fn add_to(&self, out: &mut String) {
        out.push_str(self.0);
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Read for CountryCode {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        Self::parse(read_text(value)?)
    }
}

impl Write for CountryCode {
    fn write(&self, out: &mut Writer) {
        out.text(self.0);
    }
}

impl Described for CountryCode {
    const KIND: &'static Kind = &Kind::Text { kind: "country" };
}

#[cold]
fn unknown(code: &str) -> Error {
    let sentence = "this must be a country's or territory's ISO 3166-1 code, such as MEX or MX";
    match nearest(code, codes().map(|(alpha3, _)| alpha3)) {
        Some(near) => Error::invalid("unknown-country", format!("{sentence}; did you mean {near}?"))
            .detail("nearest", near),
        None => Error::invalid("unknown-country", sentence),
    }
    .with_value(code)
}

fn codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    // Six bytes each, the space counted: nothing is searched for.
    let at =
        |place: usize| Some((CODES.get(6 * place..6 * place + 3)?, CODES.get(6 * place + 3..6 * place + 5)?));
    (0..CODES.len().div_ceil(6)).filter_map(at)
}

/// Alpha-3 and alpha-2 written together: the 249 codes of ISO 3166-1, and the user-assigned XKX.
const CODES: &str = "\
    ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT \
    AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO \
    BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG \
    COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO \
    DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB \
    GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY \
    HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT \
    JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY \
    LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH \
    MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA \
    NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE \
    PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA \
    SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR \
    SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO \
    TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG \
    VIRVI VNMVN VUTVU WLFWF WSMWS XKXXK YEMYE ZAFZA ZMBZM ZWEZW";
