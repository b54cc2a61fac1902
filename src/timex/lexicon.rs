//! The words that tell time, and what each of them is. To add a word, add a line to [`LEXICON`].
//!
//! Most words are one thing. A few are two ("second", "May", "fall"): they have a variant of their own, and the
//! patterns ask for the company that tells which is meant. The look-up table is built by the compiler, keyed by the
//! letters themselves, sixteen at most.

use super::feast::Feast;
use super::value::{Modifier, Season, Time, Unit};

/// The class of a token, with what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Of no interest.
    Other,

    /// A month, 1 to 12, in full.
    Month(u8),
    /// "Jan", "Sept".
    MonthShort(u8),
    /// Months that are other words as well: "May", "March".
    MonthWeak(u8),
    /// 1 for Monday to 7.
    Weekday(u8),
    /// "Mon", "Tues"; some are other words as well.
    WeekdayShort(u8),
    /// "Mondays"
    Weekdays(u8),
    /// "week"
    Unit(Unit),
    /// "weeks"
    Units(Unit),
    Season(Season),
    /// "summers"
    Seasons(Season),
    /// A part of the day.
    DayPart(Time),
    /// "nights"
    DayParts(Time),
    /// A clock time with a name, by its hour: "noon".
    ClockName(u8),
    /// "yesterday", "today", "tomorrow": days from today.
    Yesterday(i8),
    Tonight,
    Overnight,
    Feast(Feast),
    Eve,

    /// A number in digits, with the count of digits.
    Digits(u32, u8),
    /// `1,980`
    Grouped(u32),
    /// Tenths: `2.5` is 25.
    Decimal(u32),
    /// `1990s`, `90s`
    Digits0s(u32),
    /// `8th`
    OrdinalDigits(u32),
    HalfSign,
    /// "one" to "nineteen"
    Small(u8),
    /// "twenty" to "ninety"
    Tens(u8),
    Hundred,
    Thousand,
    /// "first" to "thirtieth", but for "second"
    Ordinal(u8),
    /// The ordinal or the unit.
    Second,
    /// "nineties": 90.
    DecadeName(u8),
    Half,
    Couple,
    Dozen,
    /// "few", "several", "many"
    Vague,
    Some,

    Which(Which),
    /// "early", "late", "mid": a part of what follows.
    Edge(Modifier),
    /// "beginning", "end": a part of what follows "of".
    EdgeOf(Modifier),
    Earlier,
    Later,
    Ago,
    /// "about", "nearly": a quality of what follows.
    Near(Modifier),
    More,
    Less,
    Than,
    Least,
    Most,
    Only,
    Additional,
    Fiscal,
    /// "full", "entire", "whole"
    Full,
    Old,
    Age,
    Birthday,
    /// "daily", "weekly": how often.
    Often(Unit),
    /// "every", "each"
    Every,
    /// "other", which after "every" makes it every second.
    Alternate,
    Per,
    Now,
    Right,
    /// "currently", "nowadays"
    Presently,
    /// "recently", "previously"
    Formerly,
    /// "previously"
    Beforehand,
    Recent,
    Former,
    Soon,
    As,
    Possible,
    Being,
    /// "short", "long" before "term"
    Short,
    Be,
    Future,
    /// "near", as in "the near future"
    Nearby,
    Sometime,
    These,
    /// What makes a name of the day before it: "Times", "Show".
    NameEnd,
    Usa,
    /// What makes a name of the weekday after it: "Black Friday", "Super Tuesday".
    DayName,
    Time,
    Ahead,
    Term,
    Long,
    So,
    /// "am" or false, "pm" or true.
    Meridiem(bool),
    Oclock,
    /// "EST", "GMT"
    Zone,
    /// "BC", "BCE"
    BeforeChrist,
    /// "AD", "CE"
    AnnoDomini,
    /// One letter other than "a".
    Letter(u8),

    The,
    A,
    Of,
    In,
    On,
    At,
    To,
    From,
    Between,
    And,
    Or,
    By,
    Until,
    Since,
    For,
    During,
    Within,
    Through,
    Over,
    Before,
    After,
    Ended,
    Ending,
    Compared,
    /// "comparable", "corresponding"
    Comparable,
    /// Words between a number and its unit: "trading days", "calendar year".
    Filler,
    /// "its", "his": before a quarter or year that belongs to someone.
    Its,
    Ll,
    Going,
    Cue(Cue),
    /// What makes a number no year: "people", "dollars".
    Counted,

    Hyphen,
    Dash,
    Comma,
    Dot,
    Slash,
    Colon,
    Apostrophe,
    Quote,
    Open,
    Close,
    Money,
    Percent,
    /// `?`, `!`, `;`
    Stop,
    Mark,
    /// What a pattern sees past the end of a paragraph.
    End,
}

/// The words that choose among things that come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Last,
    Past,
    This,
    That,
    Next,
    Coming,
    Previous,
    Following,
    Same,
    Current,
    Latest,
}

/// What a word says about the time of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// "will", "scheduled", "due"
    Future,
    /// "was", "had", and irregular past forms
    Past,
    /// "said", "told"
    Report,
    /// "would", "effective": weakly future
    Ahead,
    /// "plans": future where "to" follows
    To,
    /// "set", "planned": future where "to" or "for" follows
    FutureTo,
    /// "would": future to whoever speaks
    Modal,
    /// "had": past, whatever follows
    Perfect,
}

use Cue::{Ahead, Future, FutureTo, Modal, Past, Perfect, Report, To};
use Modifier::{Approx, End, Mid, Start};
use Word::{
    ClockName, DayPart, DayParts, DecadeName, Edge, EdgeOf, Month, MonthShort, MonthWeak, Near, Often, Ordinal, Small,
    Tens, Units, Weekday, WeekdayShort, Weekdays, Yesterday,
};

/// Every known word in lower case. Letters outside ASCII are no part of any.
#[rustfmt::skip]
pub(super) static LEXICON: &[(&str, Word)] = &[
    // Months and weekdays
    ("january", Month(1)), ("february", Month(2)), ("march", MonthWeak(3)), ("april", Month(4)),
    ("may", MonthWeak(5)), ("june", Month(6)), ("july", Month(7)), ("august", MonthWeak(8)),
    ("september", Month(9)), ("october", Month(10)), ("november", Month(11)), ("december", Month(12)),
    ("jan", MonthShort(1)), ("feb", MonthShort(2)), ("mar", MonthShort(3)), ("apr", MonthShort(4)),
    ("jun", MonthShort(6)), ("jul", MonthShort(7)), ("aug", MonthShort(8)), ("sep", MonthShort(9)),
    ("sept", MonthShort(9)), ("oct", MonthShort(10)), ("nov", MonthShort(11)), ("dec", MonthShort(12)),
    ("monday", Weekday(1)), ("tuesday", Weekday(2)), ("wednesday", Weekday(3)), ("thursday", Weekday(4)),
    ("friday", Weekday(5)), ("saturday", Weekday(6)), ("sunday", Weekday(7)),
    ("mon", WeekdayShort(1)), ("tue", WeekdayShort(2)), ("tues", WeekdayShort(2)), ("wed", WeekdayShort(3)),
    ("thu", WeekdayShort(4)), ("thur", WeekdayShort(4)), ("thurs", WeekdayShort(4)), ("fri", WeekdayShort(5)),
    ("sat", WeekdayShort(6)), ("sun", WeekdayShort(7)),
    ("mondays", Weekdays(1)), ("tuesdays", Weekdays(2)), ("wednesdays", Weekdays(3)), ("thursdays", Weekdays(4)),
    ("fridays", Weekdays(5)), ("saturdays", Weekdays(6)), ("sundays", Weekdays(7)),

    // Units
    ("minute", Word::Unit(Unit::Minute)), ("hour", Word::Unit(Unit::Hour)), ("day", Word::Unit(Unit::Day)),
    ("weekend", Word::Unit(Unit::Weekend)), ("week", Word::Unit(Unit::Week)), ("month", Word::Unit(Unit::Month)),
    ("quarter", Word::Unit(Unit::Quarter)), ("year", Word::Unit(Unit::Year)), ("decade", Word::Unit(Unit::Decade)),
    ("century", Word::Unit(Unit::Century)), ("season", Word::Unit(Unit::Season)),
    ("period", Word::Unit(Unit::Period)), ("fortnight", Word::Unit(Unit::Fortnight)),
    ("fortnights", Units(Unit::Fortnight)),
    ("seconds", Units(Unit::Second)), ("minutes", Units(Unit::Minute)), ("hours", Units(Unit::Hour)),
    ("days", Units(Unit::Day)), ("weekends", Units(Unit::Weekend)), ("weeks", Units(Unit::Week)),
    ("months", Units(Unit::Month)), ("quarters", Units(Unit::Quarter)), ("years", Units(Unit::Year)),
    ("decades", Units(Unit::Decade)), ("centuries", Units(Unit::Century)), ("seasons", Units(Unit::Season)),
    ("spring", Word::Season(Season::Spring)), ("summer", Word::Season(Season::Summer)),
    ("fall", Word::Season(Season::Autumn)), ("autumn", Word::Season(Season::Autumn)),
    ("winter", Word::Season(Season::Winter)), ("springs", Word::Seasons(Season::Spring)),
    ("summers", Word::Seasons(Season::Summer)), ("winters", Word::Seasons(Season::Winter)),
    ("morning", DayPart(Time::Morning)), ("afternoon", DayPart(Time::Afternoon)), ("evening", DayPart(Time::Evening)),
    ("night", DayPart(Time::Night)), ("mornings", DayParts(Time::Morning)), ("afternoons", DayParts(Time::Afternoon)),
    ("evenings", DayParts(Time::Evening)), ("nights", DayParts(Time::Night)),
    ("noon", ClockName(12)), ("midday", ClockName(12)), ("midnight", ClockName(24)),
    ("yesterday", Yesterday(-1)), ("today", Yesterday(0)), ("tomorrow", Yesterday(1)),
    ("tonight", Word::Tonight), ("overnight", Word::Overnight),

    // Numbers
    ("one", Small(1)), ("two", Small(2)), ("three", Small(3)), ("four", Small(4)), ("five", Small(5)),
    ("six", Small(6)), ("seven", Small(7)), ("eight", Small(8)), ("nine", Small(9)), ("ten", Small(10)),
    ("eleven", Small(11)), ("twelve", Small(12)), ("thirteen", Small(13)), ("fourteen", Small(14)),
    ("fifteen", Small(15)), ("sixteen", Small(16)), ("seventeen", Small(17)), ("eighteen", Small(18)),
    ("nineteen", Small(19)), ("twenty", Tens(20)), ("thirty", Tens(30)), ("forty", Tens(40)), ("fifty", Tens(50)),
    ("sixty", Tens(60)), ("seventy", Tens(70)), ("eighty", Tens(80)), ("ninety", Tens(90)),
    ("hundred", Word::Hundred), ("thousand", Word::Thousand), ("half", Word::Half), ("couple", Word::Couple),
    ("dozen", Word::Dozen), ("few", Word::Vague), ("several", Word::Vague), ("many", Word::Vague),
    ("some", Word::Some), ("first", Ordinal(1)), ("second", Word::Second), ("third", Ordinal(3)),
    ("fourth", Ordinal(4)), ("fifth", Ordinal(5)), ("sixth", Ordinal(6)), ("seventh", Ordinal(7)),
    ("eighth", Ordinal(8)), ("ninth", Ordinal(9)), ("tenth", Ordinal(10)), ("eleventh", Ordinal(11)),
    ("twelfth", Ordinal(12)), ("thirteenth", Ordinal(13)), ("fourteenth", Ordinal(14)), ("fifteenth", Ordinal(15)),
    ("sixteenth", Ordinal(16)), ("seventeenth", Ordinal(17)), ("eighteenth", Ordinal(18)),
    ("nineteenth", Ordinal(19)), ("twentieth", Ordinal(20)), ("thirtieth", Ordinal(30)),
    ("twenties", DecadeName(20)), ("thirties", DecadeName(30)), ("forties", DecadeName(40)),
    ("fifties", DecadeName(50)), ("sixties", DecadeName(60)), ("seventies", DecadeName(70)),
    ("eighties", DecadeName(80)), ("nineties", DecadeName(90)),

    // Which one, which part, how sure
    ("last", Word::Which(Which::Last)), ("past", Word::Which(Which::Past)), ("this", Word::Which(Which::This)),
    ("that", Word::Which(Which::That)), ("next", Word::Which(Which::Next)), ("coming", Word::Which(Which::Coming)),
    ("upcoming", Word::Which(Which::Coming)), ("previous", Word::Which(Which::Previous)),
    ("preceding", Word::Which(Which::Previous)), ("following", Word::Which(Which::Following)),
    ("subsequent", Word::Which(Which::Following)), ("same", Word::Which(Which::Same)),
    ("current", Word::Which(Which::Current)), ("latest", Word::Which(Which::Latest)),
    ("early", Edge(Start)), ("late", Edge(End)), ("mid", Edge(Mid)), ("beginning", EdgeOf(Start)),
    ("start", EdgeOf(Start)), ("end", EdgeOf(End)), ("middle", EdgeOf(Mid)), ("close", EdgeOf(End)),
    ("earlier", Word::Earlier), ("later", Word::Later), ("ago", Word::Ago), ("about", Near(Approx)),
    ("around", Near(Approx)), ("approximately", Near(Approx)), ("roughly", Near(Approx)), ("circa", Near(Approx)),
    ("nearly", Near(Modifier::LessThan)), ("almost", Near(Modifier::LessThan)), ("more", Word::More),
    ("less", Word::Less), ("fewer", Word::Less), ("than", Word::Than), ("least", Word::Least), ("most", Word::Most),
    ("only", Word::Only), ("just", Word::Only), ("additional", Word::Additional), ("another", Word::Additional),
    ("fiscal", Word::Fiscal), ("fy", Word::Fiscal), ("financial", Word::Filler), ("full", Word::Full), ("entire", Word::Full), ("whole", Word::Full),
    ("old", Word::Old), ("age", Word::Age), ("aged", Word::Age), ("birthday", Word::Birthday),
    ("anniversary", Word::Birthday), ("comparable", Word::Comparable), ("corresponding", Word::Comparable),
    ("trading", Word::Filler), ("calendar", Word::Filler), ("business", Word::Filler), ("consecutive", Word::Filler),
    ("straight", Word::Filler), ("working", Word::Filler), ("its", Word::Its), ("their", Word::Its),

    // How often, and when at all
    ("hourly", Often(Unit::Hour)), ("daily", Often(Unit::Day)), ("nightly", Often(Unit::Day)),
    ("weekly", Often(Unit::Week)), ("monthly", Often(Unit::Month)), ("annually", Often(Unit::Year)), ("yearly", Often(Unit::Year)), ("every", Word::Every), ("each", Word::Every), ("other", Word::Alternate),
    ("per", Word::Per), ("now", Word::Now), ("right", Word::Right), ("currently", Word::Presently),
    ("nowadays", Word::Presently), ("presently", Word::Presently), ("recently", Word::Formerly),
    ("previously", Word::Beforehand), ("recent", Word::Recent), ("former", Word::Former), ("soon", Word::Soon), ("as", Word::As), ("possible", Word::Possible),
    ("being", Word::Being), ("short", Word::Short), ("immediate", Word::Nearby), ("be", Word::Be),
    ("future", Word::Future), ("near", Word::Nearby),
    ("sometime", Word::Sometime), ("these", Word::These), ("those", Word::These), ("times", Word::NameEnd),
    ("show", Word::NameEnd), ("herald", Word::NameEnd), ("telegraph", Word::NameEnd), ("mirror", Word::NameEnd),
    ("inc", Word::NameEnd), ("corp", Word::NameEnd), ("express", Word::NameEnd), ("parade", Word::NameEnd),
    ("usa", Word::Usa), ("black", Word::DayName), ("bloody", Word::DayName), ("super", Word::DayName),
    ("bowl", Word::DayName), ("giving", Word::DayName), ("fat", Word::DayName), ("mail", Word::NameEnd), ("post", Word::NameEnd),
    ("magazine", Word::NameEnd), ("prayer", Word::NameEnd), ("movement", Word::NameEnd), ("agreement", Word::NameEnd),
    ("accord", Word::NameEnd), ("accords", Word::NameEnd), ("massacre", Word::NameEnd),
    ("time", Word::Time), ("ahead", Word::Ahead), ("term", Word::Term),
    ("long", Word::Long), ("so", Word::So),

    // The clock and the era
    ("am", Word::Meridiem(false)), ("pm", Word::Meridiem(true)), ("o", Word::Letter(b'o')),
    ("clock", Word::Oclock), ("est", Word::Zone), ("edt", Word::Zone), ("cst", Word::Zone), ("cdt", Word::Zone),
    ("pst", Word::Zone), ("pdt", Word::Zone), ("gmt", Word::Zone), ("utc", Word::Zone), ("bst", Word::Zone),
    ("cet", Word::Zone), ("cest", Word::Zone), ("eet", Word::Zone), ("eest", Word::Zone), ("et", Word::Zone),
    ("bc", Word::BeforeChrist), ("bce", Word::BeforeChrist), ("ad", Word::AnnoDomini), ("ce", Word::AnnoDomini),
    ("m", Word::Letter(b'm')), ("p", Word::Letter(b'p')), ("b", Word::Letter(b'b')), ("c", Word::Letter(b'c')),
    ("d", Word::Letter(b'd')), ("h", Word::Letter(b'h')), ("q", Word::Letter(b'q')), ("s", Word::Letter(b's')), ("ca", Near(Approx)),

    // Feasts
    ("christmas", Word::Feast(Feast::Christmas)), ("xmas", Word::Feast(Feast::Christmas)),
    ("easter", Word::Feast(Feast::Easter)), ("thanksgiving", Word::Feast(Feast::Thanksgiving)),
    ("halloween", Word::Feast(Feast::Halloween)), ("juneteenth", Word::Feast(Feast::Juneteenth)),
    ("new", Word::Feast(Feast::NewYear)),
    ("good", Word::Feast(Feast::Good)), ("palm", Word::Feast(Feast::Palm)), ("ash", Word::Feast(Feast::AshWednesday)),
    ("holy", Word::Feast(Feast::Holy)), ("maundy", Word::Feast(Feast::Maundy)),
    ("shrove", Word::Feast(Feast::Shrove)), ("whit", Word::Feast(Feast::Whit)), ("cyber", Word::Feast(Feast::Cyber)),
    ("boxing", Word::Feast(Feast::Boxing)), ("valentine", Word::Feast(Feast::Valentine)),
    ("patrick", Word::Feast(Feast::Patrick)), ("fools", Word::Feast(Feast::AprilFools)),
    ("fool", Word::Feast(Feast::AprilFools)), ("anzac", Word::Feast(Feast::Anzac)),
    ("independence", Word::Feast(Feast::Independence)),
    ("constitution", Word::Feast(Feast::Constitution)), ("republic", Word::Feast(Feast::Republic)),
    ("unity", Word::Feast(Feast::Unity)), ("national", Word::Feast(Feast::National)),
    ("flag", Word::Feast(Feast::Flag)), ("victory", Word::Feast(Feast::Victory)),
    ("labor", Word::Feast(Feast::Labor)), ("labour", Word::Feast(Feast::Labour)),
    ("memorial", Word::Feast(Feast::Memorial)), ("veterans", Word::Feast(Feast::Veterans)),
    ("presidents", Word::Feast(Feast::Presidents)), ("election", Word::Feast(Feast::Election)),
    ("columbus", Word::Feast(Feast::Columbus)), ("remembrance", Word::Feast(Feast::Remembrance)),
    ("armistice", Word::Feast(Feast::Armistice)), ("mother", Word::Feast(Feast::Mothers)),
    ("mothers", Word::Feast(Feast::Mothers)), ("mothering", Word::Feast(Feast::Mothering)),
    ("father", Word::Feast(Feast::Fathers)), ("fathers", Word::Feast(Feast::Fathers)),
    ("pentecost", Word::Feast(Feast::Pentecost)), ("ascension", Word::Feast(Feast::Ascension)),
    ("saints", Word::Feast(Feast::AllSaints)), ("bastille", Word::Feast(Feast::Bastille)),
    ("women", Word::Feast(Feast::Women)),
    ("eve", Word::Eve),

    // Small words
    ("the", Word::The), ("a", Word::A), ("an", Word::A), ("of", Word::Of), ("in", Word::In), ("on", Word::On),
    ("at", Word::At), ("to", Word::To), ("from", Word::From), ("between", Word::Between), ("and", Word::And),
    ("or", Word::Or), ("by", Word::By), ("until", Word::Until), ("till", Word::Until), ("since", Word::Since),
    ("for", Word::For), ("during", Word::During), ("within", Word::Within), ("through", Word::Through), ("under", Word::Over),
    ("throughout", Word::During), ("over", Word::Over), ("before", Word::Before), ("after", Word::After),
    ("ended", Word::Ended), ("compared", Word::Compared), ("ending", Word::Ending),

    // Cues of direction
    ("will", Word::Cue(Future)), ("shall", Word::Cue(Future)), ("ll", Word::Ll), ("going", Word::Going),
    ("scheduled", Word::Cue(Future)), ("expected", Word::Cue(Future)), ("due", Word::Cue(Future)),
    ("set", Word::Cue(FutureTo)), ("plan", Word::Cue(To)), ("plans", Word::Cue(To)),
    ("planned", Word::Cue(Future)), ("planning", Word::Cue(Future)), ("slated", Word::Cue(Future)),
    ("resume", Word::Cue(Future)), ("resumes", Word::Cue(Future)), ("expire", Word::Cue(Future)),
    ("expires", Word::Cue(Future)), ("hopes", Word::Cue(Future)), ("intends", Word::Cue(Future)),
    ("effective", Word::Cue(Ahead)), ("begin", Word::Cue(Ahead)), ("begins", Word::Cue(Ahead)),
    ("scheduling", Word::Cue(Ahead)), ("deadline", Word::Cue(Ahead)), ("completed", Word::Cue(Ahead)),
    ("conclude", Word::Cue(Ahead)), ("would", Word::Cue(Modal)), ("could", Word::Cue(Ahead)),
    ("should", Word::Cue(Ahead)), ("must", Word::Cue(Ahead)), ("can", Word::Cue(Ahead)),
    ("was", Word::Cue(Past)), ("were", Word::Cue(Past)), ("had", Word::Cue(Perfect)), ("did", Word::Cue(Past)),
    ("has", Word::Cue(Past)), ("have", Word::Cue(Past)), ("been", Word::Cue(Past)), ("began", Word::Cue(Past)),
    ("took", Word::Cue(Past)), ("made", Word::Cue(Past)), ("came", Word::Cue(Past)), ("went", Word::Cue(Past)),
    ("fell", Word::Cue(Past)), ("rose", Word::Cue(Past)), ("met", Word::Cue(Past)), ("won", Word::Cue(Past)),
    ("held", Word::Cue(Past)), ("left", Word::Cue(Past)), ("became", Word::Cue(Past)), ("got", Word::Cue(Past)),
    ("gave", Word::Cue(Past)), ("led", Word::Cue(Past)), ("sent", Word::Cue(Past)), ("found", Word::Cue(Past)),
    ("shot", Word::Cue(Past)), ("hit", Word::Cue(Past)), ("lost", Word::Cue(Past)), ("sold", Word::Cue(Past)), ("bought", Word::Cue(Past)), ("brought", Word::Cue(Past)),
    ("saw", Word::Cue(Past)), ("spoke", Word::Cue(Past)), ("wrote", Word::Cue(Past)), ("broke", Word::Cue(Past)),
    ("built", Word::Cue(Past)), ("fought", Word::Cue(Past)), ("flew", Word::Cue(Past)), ("ran", Word::Cue(Past)),
    ("chose", Word::Cue(Past)), ("paid", Word::Cue(Past)), ("put", Word::Cue(Past)), ("kept", Word::Cue(Past)),
    ("said", Word::Cue(Report)), ("says", Word::Cue(Report)), ("told", Word::Cue(Report)),
    ("announced", Word::Cue(Report)), ("reported", Word::Cue(Report)),

    // What makes a number no year
    ("people", Word::Counted), ("dollars", Word::Counted), ("troops", Word::Counted), ("soldiers", Word::Counted),
    ("points", Word::Counted), ("shares", Word::Counted), ("million", Word::Counted), ("billion", Word::Counted),
    ("percent", Word::Counted), ("men", Word::Counted), ("miles", Word::Counted), ("feet", Word::Counted),
    ("meters", Word::Counted), ("metres", Word::Counted), ("kilometers", Word::Counted), ("km", Word::Counted),
    ("kilometres", Word::Counted), ("tons", Word::Counted), ("tonnes", Word::Counted), ("yards", Word::Counted),
    ("acres", Word::Counted), ("square", Word::Counted), ("pounds", Word::Counted), ("cases", Word::Counted),
    ("deaths", Word::Counted), ("homes", Word::Counted), ("workers", Word::Counted), ("employees", Word::Counted),
];

/// Returns the class of the ASCII letters from `start` to `end`, in whatever case.
pub(super) fn look_up(text: &[u8], start: usize, end: usize) -> Word {
    let len = end - start;
    if len > LONGEST || LENGTHS[usize::from(text[start] & 31)] >> len & 1 == 0 {
        return Word::Other;
    }
    let letters = match text.get(start..).and_then(|rest| rest.first_chunk()) {
        Some(chunk) => u128::from_le_bytes(*chunk) & (u128::MAX >> (128 - 8 * len)),
        // The last word of a text has no sixteen bytes to read at once.
        None => text[start..end].iter().rev().fold(0, |key, &byte| key << 8 | u128::from(byte)),
    };
    let key = letters | LOWER_CASE & (u128::MAX >> (128 - 8 * len));
    let mut slot = slot_of(key);
    loop {
        let Some(place) = usize::from(SLOTS[slot]).checked_sub(1) else { return Word::Other };
        if KEYS[place] == key {
            return LEXICON[place].1;
        }
        slot = (slot + 1) % SLOTS.len();
    }
}

/// The letters of the longest word that fits a key.
const LONGEST: usize = 16;

/// The bit that makes an ASCII letter small, in each byte.
const LOWER_CASE: u128 = u128::MAX / 255 * 0x20;

/// Where a word stands in the lexicon, counted from 1; 0 is an empty slot. The table is four times as large as the lexicon, so that most look-ups end at an
/// empty slot, and small enough to stay in the nearest cache.
static SLOTS: [u16; 2048] = slots();

static KEYS: [u128; LEXICON.len()] = keys();

/// For each first letter the lengths of the words it begins, a bit each: many other words end here.
static LENGTHS: [u32; 32] = lengths();

const fn slot_of(key: u128) -> usize {
    let folded = (key ^ (key >> 64)) as u64;
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 53) as usize
}

const fn slots() -> [u16; 2048] {
    let keys = keys();
    let mut slots = [0; 2048];
    let mut place = 0;
    while place < keys.len() {
        let mut slot = slot_of(keys[place]);
        while slots[slot] != 0 {
            assert!(keys[slots[slot] as usize - 1] != keys[place], "a word stands in the lexicon twice");
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = place as u16 + 1;
        place += 1;
    }
    slots
}

const fn keys() -> [u128; LEXICON.len()] {
    let mut keys = [0; LEXICON.len()];
    let mut place = 0;
    while place < LEXICON.len() {
        keys[place] = key_of(LEXICON[place].0.as_bytes());
        place += 1;
    }
    keys
}

/// The letters of a small-letter word as a number, the first letter lowest.
const fn key_of(word: &[u8]) -> u128 {
    assert!(word.len() <= LONGEST, "a word of the lexicon is too long for a key");
    let mut key = 0;
    let mut i = word.len();
    while i > 0 {
        i -= 1;
        key = key << 8 | word[i] as u128;
    }
    key
}

const fn lengths() -> [u32; 32] {
    let mut lengths = [0; 32];
    let mut i = 0;
    while i < LEXICON.len() {
        let word = LEXICON[i].0.as_bytes();
        lengths[(word[0] & 31) as usize] |= 1 << word.len();
        i += 1;
    }
    lengths
}
