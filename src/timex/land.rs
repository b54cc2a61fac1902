//! Countries, as far as their holidays need them: which of them a text names, and which is named beside a phrase.

use super::clause::Clause;
use super::lexicon::Word;
use super::token::Token;

/// Who keeps a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Land {
    /// Everywhere on the same day.
    All,
    /// The churches that keep Easter by the Julian calendar.
    Orthodox,
    America,
    Australia,
    Bangladesh,
    Belarus,
    Brazil,
    Britain,
    Bulgaria,
    Canada,
    China,
    Cyprus,
    Estonia,
    Finland,
    France,
    Georgia,
    Germany,
    Ghana,
    Greece,
    Hungary,
    India,
    Indonesia,
    Italy,
    Japan,
    Kazakhstan,
    Korea,
    Mexico,
    Moldova,
    NewZealand,
    Nigeria,
    Norway,
    Pakistan,
    Philippines,
    Poland,
    Romania,
    Russia,
    Serbia,
    Spain,
    Turkey,
    Ukraine,
}

/// Words that name a country, the last one where there are several ("New Zealand"), or stand for it.
#[rustfmt::skip]
const NAMES: &[(&str, Land)] = &[
    ("America", Land::America), ("American", Land::America), ("Americans", Land::America), ("US", Land::America),
    ("USA", Land::America), ("States", Land::America), ("Washington", Land::America), ("Congress", Land::America),
    ("Republican", Land::America), ("Republicans", Land::America), ("Democrat", Land::America),
    ("Democrats", Land::America), ("Democratic", Land::America), ("Alabama", Land::America),
    ("Arizona", Land::America), ("Colorado", Land::America), ("Illinois", Land::America), ("Iowa", Land::America),
    ("Kansas", Land::America), ("Kentucky", Land::America), ("Louisiana", Land::America),
    ("Massachusetts", Land::America), ("Michigan", Land::America), ("Minnesota", Land::America),
    ("Missouri", Land::America), ("Nevada", Land::America), ("Ohio", Land::America), ("Oregon", Land::America),
    ("Pennsylvania", Land::America), ("Tennessee", Land::America), ("Virginia", Land::America),
    ("Wisconsin", Land::America), ("Florida", Land::America), ("California", Land::America), ("Texas", Land::America),
    ("York", Land::America), ("Orthodox", Land::Orthodox), ("Coptic", Land::Orthodox), ("Julian", Land::Orthodox),
    ("Australia", Land::Australia), ("Australian", Land::Australia), ("Bangladesh", Land::Bangladesh),
    ("Bangladeshi", Land::Bangladesh), ("Belarus", Land::Belarus), ("Belarusian", Land::Belarus),
    ("Brazil", Land::Brazil), ("Brazilian", Land::Brazil), ("Britain", Land::Britain), ("British", Land::Britain),
    ("UK", Land::Britain), ("England", Land::Britain), ("Kingdom", Land::Britain), ("Bulgaria", Land::Bulgaria),
    ("Bulgarian", Land::Bulgaria), ("Canada", Land::Canada), ("Canadian", Land::Canada), ("Canadians", Land::Canada),
    ("China", Land::China), ("Chinese", Land::China), ("Cyprus", Land::Cyprus), ("Cypriot", Land::Cyprus),
    ("Estonia", Land::Estonia), ("Estonian", Land::Estonia), ("Finland", Land::Finland), ("Finnish", Land::Finland),
    ("France", Land::France), ("French", Land::France), ("Georgian", Land::Georgia), ("Tbilisi", Land::Georgia),
    ("Germany", Land::Germany), ("German", Land::Germany), ("Ghana", Land::Ghana), ("Ghanaian", Land::Ghana),
    ("Greece", Land::Greece), ("Greek", Land::Greece), ("Greeks", Land::Greece), ("Hungary", Land::Hungary),
    ("Hungarian", Land::Hungary), ("India", Land::India), ("Indian", Land::India), ("Indonesia", Land::Indonesia),
    ("Indonesian", Land::Indonesia), ("Italy", Land::Italy), ("Italian", Land::Italy), ("Japan", Land::Japan),
    ("Japanese", Land::Japan), ("Kazakhstan", Land::Kazakhstan), ("Korea", Land::Korea), ("Korean", Land::Korea),
    ("Seoul", Land::Korea), ("Mexico", Land::Mexico), ("Mexican", Land::Mexico), ("Moldova", Land::Moldova),
    ("Moldovan", Land::Moldova), ("Zealand", Land::NewZealand), ("Nigeria", Land::Nigeria),
    ("Nigerian", Land::Nigeria), ("Norway", Land::Norway), ("Norwegian", Land::Norway), ("Pakistan", Land::Pakistan),
    ("Pakistani", Land::Pakistan), ("Philippines", Land::Philippines), ("Philippine", Land::Philippines),
    ("Poland", Land::Poland), ("Polish", Land::Poland), ("Romania", Land::Romania), ("Romanian", Land::Romania),
    ("Russia", Land::Russia), ("Russian", Land::Russia), ("Russians", Land::Russia), ("Moscow", Land::Russia),
    ("Kremlin", Land::Russia), ("Soviet", Land::Russia), ("Serbia", Land::Serbia), ("Serbian", Land::Serbia),
    ("Spain", Land::Spain), ("Spanish", Land::Spain), ("Turkey", Land::Turkey), ("Turkish", Land::Turkey),
    ("Ukraine", Land::Ukraine), ("Ukrainian", Land::Ukraine), ("Ukrainians", Land::Ukraine), ("Kyiv", Land::Ukraine),
    ("Kiev", Land::Ukraine),
];

/// Words between a country and the day it keeps: "Ukraine marked its Independence Day".
const KEEPS: [&str; 9] =
    ["mark", "marks", "marked", "marking", "celebrate", "celebrates", "celebrated", "celebrating", "observes"];

/// Whose day a phrase says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Nobody,
    Of(Land),
    /// It is kept somewhere: "Halloween in Seoul".
    In(Option<Land>),
    /// Somebody whose days are not known: "Kenya's Independence Day", "Lunar New Year's Eve".
    Unknown,
}

impl Land {
    /// Whether most churches there keep the Orthodox Easter.
    pub fn is_orthodox(self) -> bool {
        use Land::{Belarus, Bulgaria, Cyprus, Georgia, Greece, Moldova, Orthodox, Romania, Russia, Serbia, Ukraine};
        matches!(
            self,
            Orthodox | Russia | Ukraine | Belarus | Greece | Serbia | Bulgaria | Romania | Moldova | Georgia | Cyprus
        )
    }
}

/// The countries a text names, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lands(u64);

impl Lands {
    pub fn named_in(tokens: &[Token], text: &str) -> Self {
        let named = (0..tokens.len()).filter_map(|at| land_at(tokens, text, at));
        Self(named.fold(0, |lands, land| lands | 1 << land as u32))
    }

    /// Whether one of them is such a country.
    pub fn any(self, is_such: impl Fn(Land) -> bool) -> bool {
        NAMES.iter().any(|(_, land)| self.0 >> (*land as u32) & 1 == 1 && is_such(*land))
    }
}

/// Words before the name of a day that is nobody's own: "International Women's Day", "St. Patrick's Day".
const EVERYBODY: [&str; 6] = ["International", "World", "All", "Saint", "St", "Happy"];

/// Returns whose day a phrase says it is: by the word before it, by "of" or "in" after it, or by "Ukraine marked" before.
pub(super) fn owner(clause: &Clause) -> Owner {
    let (tokens, text) = (clause.tokens, clause.text);
    if let Some(Word::Of | Word::In) = tokens.get(clause.end).map(|t| t.word) {
        let article = usize::from(tokens.get(clause.end + 1).is_some_and(|t| t.word == Word::The));
        let noun = clause.end + 1 + article;
        let land = land_at(tokens, text, noun).or_else(|| land_at(tokens, text, noun + 1));
        if land.is_some() || tokens.get(noun).is_some_and(|t| t.capital && t.word == Word::Other) {
            return Owner::In(land);
        }
    }
    let near = clause.start.saturating_sub(4)..clause.start;
    let mut words = near.rev().take_while(|&at| !matches!(tokens[at].word, Word::Stop | Word::Comma));
    let Some(mut before) = words.next() else { return Owner::Nobody };
    // "He was found in the Atlantic last Thanksgiving."
    if matches!(tokens[clause.start].word, Word::Which(_)) {
        return Owner::Nobody;
    }
    if tokens[before].word == Word::Its || KEEPS.contains(&word_at(tokens, text, before)) {
        let its = tokens[before].word == Word::Its;
        let keeper = words.find(|&at| !KEEPS.contains(&word_at(tokens, text, at)));
        return match keeper.and_then(|at| land_at(tokens, text, at)) {
            Some(land) => Owner::Of(land),
            None if its => Owner::Unknown,
            None => Owner::Nobody,
        };
    }
    let possessive = match tokens[before].word {
        Word::Letter(b's') if before >= 2 && tokens[before - 1].word == Word::Apostrophe => 2,
        Word::Apostrophe => 1,
        _ => 0,
    };
    before -= possessive.min(before);
    match land_at(tokens, text, before) {
        Some(land) => Owner::Of(land),
        None if EVERYBODY.contains(&word_at(tokens, text, before)) => Owner::Nobody,
        None if tokens[before].word == Word::Other && (possessive > 0 || tokens[before].capital) => Owner::Unknown,
        None => Owner::Nobody,
    }
}

fn word_at<'a>(tokens: &[Token], text: &'a str, at: usize) -> &'a str {
    tokens.get(at).map_or("", |t| &text[t.start..t.end])
}

fn land_at(tokens: &[Token], text: &str, at: usize) -> Option<Land> {
    let token = tokens.get(at)?;
    match token.word {
        Word::Other | Word::Usa if token.capital => {
            let word = word_at(tokens, text, at);
            let found = NAMES.iter().find(|(name, _)| *name == word).map(|(_, land)| *land);
            found.or_else(|| text[token.start..].starts_with("U.S.").then_some(Land::America))
        }
        // The point that ends "U.S."
        Word::Dot => text[..token.end].ends_with("U.S.").then_some(Land::America),
        _ => None,
    }
}
