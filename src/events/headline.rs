//! One clause that tells the happening, in the sentence's own words and no others.
//!
//! The sentence is cut at borders: dateline, label, leading adverbials and the attribution tail go, then what can be spared
//! in the middle, then trailing parts until it fits. What a verb waits for stays ("agreed on Friday" says nothing without
//! "to lend"), and so does "X said that" as long as there is room for it: a claim must not read as a fact. Where no border
//! is safe, an ellipsis says so. A pronoun at the start is a name where `meant` is sure of it.

use std::ops::Range;

use super::alone::{Alone, quoted_words, said_words};
use super::barest::barest;
use super::clause::{Clause, Role};
use super::deictic::without_day;
use super::ending::{loss_at, says_all};
use super::leading::{after_adverbial, skip_opening};
use super::lexicon::{Class, Form};
use super::names::Name;
use super::places::{own_end, places};
use super::quoted::{Side, is_quoted, mark};
use super::shorten::{Kept, Told, has_space, shortened, too_long};
use super::spared::spared;
use super::stamp::{dated, without_agency, without_stamp};
use super::token::{Shape, Tokens};
use super::unseen::{mistaken, rival, unseen};
use super::verbs::{Tense, joins_names};
use super::when::after_time;

/// The longest headline, in characters, with the marks and the ellipsis that a cut adds.
pub const LONGEST: usize = 90;

/// The sentence that a headline is made from.
pub(super) struct Source<'a> {
    pub tokens: &'a Tokens<'a>,
    pub clauses: &'a [Clause],
    /// Those of the article, by sentence.
    pub names: &'a [Vec<Name>],
    /// The bytes of the words that date what is told.
    pub day: Option<Range<usize>>,
}

/// How the words in `range` begin: all that is told of what is not listed, which nobody is shown as a headline.
pub(super) fn beginning(tokens: &Tokens, range: Range<usize>) -> String {
    let behind = without_dateline(tokens, without_stamp(tokens, range.clone()));
    let words = if behind.is_empty() { range } else { behind };
    let fits = room(tokens, words.clone());
    if fits == words.end {
        return tokens.joined(words);
    }
    // Without the last word that fits, there is a place for the ellipsis.
    let mut text = tokens.joined(words.start..fits.saturating_sub(1).max(words.start));
    text.push('…');
    text
}

/// Returns the headline of the words in `range`, which the clause `at` carries; `tail` is where the attribution begins.
pub(super) fn headline(source: &Source, range: Range<usize>, tail: Option<usize>, at: Option<usize>) -> String {
    let Source { tokens, clauses, .. } = *source;
    let Some((own, later)) = at.and_then(|at| Some((at, mistaken(tokens, clauses, at)?))) else {
        return by_clause(source, range, tail, at);
    };
    let mut clauses = clauses.to_vec();
    clauses[own].role = Role::Participle;
    clauses[own].verb.tense = Tense::Participle;
    (clauses[later].role, clauses[later].parent) = (Role::Main, None);
    by_clause(&Source { clauses: &clauses, day: source.day.clone(), ..*source }, range, tail, Some(later))
}

/// The headline as the clause `at` tells it, whatever else its verb could be.
fn by_clause(source: &Source, range: Range<usize>, tail: Option<usize>, at: Option<usize>) -> String {
    let Source { tokens, clauses, .. } = *source;
    let whole = range.clone();
    let range = without_stamp(tokens, range);
    let mut range = without_agency(tokens, &range).unwrap_or_else(|| without_dateline(tokens, range));
    // What begins with somebody's words is nothing without whose they are.
    let quotes = whole.clone().any(|at| tokens.word(at).is(Class::QuoteMark));
    let first = range.clone().filter(|_| quotes).find(|at| matches!(tokens.written(*at), "“" | "”"));
    let quoted = range.start < range.end && matches!(tokens.written(range.start), "\"" | "“" | "„" | "«")
        || first.is_some_and(|first| first > range.start && tokens.written(first) == "”");
    if let Some(tail) = tail.filter(|tail| !quoted && range.start + 3 < *tail && *tail < range.end) {
        range.end = tail;
    }
    let mut start =
        if quoted && tokens.written(range.start) != "”" { range.start } else { skip_opening(tokens, &range) };
    let mut at = at.map(|at| if quoted { at } else { told_by(tokens, start, clauses, at) });
    if let Some((later, behind)) = at.and_then(|at| behind_dashes(tokens, start..range.end, clauses, at)) {
        (at, start) = (Some(later), behind);
    }
    if let Some((later, words)) = at.and_then(|at| just_as(source, start..range.end, at)) {
        (at, start, range.end) = (Some(later), words.start, words.end);
    }
    let verb = at.map_or(start..start, |at| clauses[at].verb.group.clone());
    let mut fits = room(tokens, start..range.end);
    if fits < range.end {
        let opening = start..verb.start.max(start);
        let later = after_adverbial(tokens, opening.clone()).or_else(|| after_time(tokens, opening));
        let later = later.or_else(|| dated(tokens, &(start..range.end), false).map(|words| words.start));
        if let Some(later) = later {
            start = later;
            fits = room(tokens, start..range.end);
        }
    }
    // "When the bridge was closed, …": its own words are a clause without "when".
    let own = at.is_some_and(|at| clauses[at].tokens.start == start);
    start += usize::from(opens_clause(tokens, start) && own && start + 3 < verb.start);
    // A token is a character at least, so what is cut here could never stay, and a sentence without end costs no more.
    range.end = range.end.min(start + 2 * LONGEST);
    let words = start..own_end(tokens, start..range.end);
    let fits = fits.min(words.end);
    let said = || speaking(tokens, &range, clauses).filter(|_| quoted);
    let kept = match fits < words.end {
        true => shorter(source, start..range.end, at, said()),
        false => Kept { end: words.end, gaps: Vec::new() },
    };
    let told = Told { tokens, words: start..words.end, verb: verb.clone(), clauses, names: source.names };
    let kept = without_day(&told, &whole, source.day.as_ref(), kept);
    // Where nothing is left, as of a lone mark, it is all there is.
    let text = Some(without(tokens, start..kept.end, &kept.gaps)).filter(|text| !text.is_empty());
    let text = text.unwrap_or_else(|| tokens.joined(whole.clone()));
    // Two commas are left where a link stood: "the minister, , in Oslo".
    let text = without_lone_bracket(without_closing_mark(&text)).replace(", ,", ",");
    // What is cut before the mark that closes it is somebody's words still.
    let first = kept.gaps.first().filter(|gap| gap.start == start).map_or(start, |gap| gap.end);
    let opened =
        quotes && first < words.end && tokens.all[first].shape != Shape::Mark && is_quoted(tokens, &whole, first);
    let straight = opened && whole.clone().any(|at| tokens.written(at) == "\"");
    let marked = |text: String| if quotes { in_marks(text, opened, straight) } else { text };
    let headline = marked(capitalised(text.clone()));
    // A mark at either end takes a place, too.
    if headline.len() <= LONGEST || headline.chars().count() <= LONGEST {
        headline
    } else {
        marked(capitalised(cut(&text, LONGEST - 2)))
    }
}

/// "When the bridge was closed"; in "if nothing moves, they will leave" it is not told that nothing moves.
fn opens_clause(tokens: &Tokens, at: usize) -> bool {
    let (word, opener) = (tokens.folded(at), tokens.word(at));
    let condition = matches!(word, "if" | "unless" | "whether");
    opener.is(Class::Subordinator) && !opener.is(Class::Preposition) && !condition || word == "where"
}

/// "On 9 June – the day the two were caught – | a court sentenced three": the clause behind what stands between dashes, and
/// where it begins.
fn behind_dashes(tokens: &Tokens, words: Range<usize>, clauses: &[Clause], at: usize) -> Option<(usize, usize)> {
    let dash = |at: &usize| matches!(tokens.written(*at), "—" | "–");
    let verb = &clauses[at].verb.group;
    let opens = tokens.word(words.start).is(Class::Preposition) && (words.start..verb.start).any(|at| dash(&at));
    let next = clauses.get(at + 1).filter(|next| opens && next.verb.tense.is_finite())?;
    let closed = (verb.end..next.verb.group.start).find(dash).filter(|_| next.verb.group.end < words.end)?;
    Some((at + 1, closed + 1))
}

/// "Just as he left Oslo on Monday, the talks began", "although two were freed on Monday, …": what stands behind "just as"
/// or "although" where the day does; else, behind "just as", the main clause.
fn just_as(source: &Source, words: Range<usize>, at: usize) -> Option<(usize, Range<usize>)> {
    let Source { tokens, clauses, .. } = *source;
    let start = words.start;
    let just = matches!(tokens.folded(start), "just" | "even") && matches!(tokens.folded(start + 1), "as" | "when");
    let plain = matches!(tokens.folded(start), "although" | "though" | "while" | "when");
    let first = start + if just { 2 } else { 1 };
    let opens = (just || plain) && clauses[at].tokens.start <= start;
    let main = |next: &Clause| next.verb.tense.is_finite() && next.role.stands_alone();
    let next = (at + 1..clauses.len()).find(|next| opens && main(&clauses[*next]))?;
    let border = clauses[next].tokens.start;
    let inside = clauses[at].verb.group.start > first && clauses[next].verb.group.end <= words.end;
    let closed = border < words.end && tokens.folded(border - 1) == "," && inside;
    let day = source.day.as_ref();
    let before = just && day.is_some_and(|day| day.end <= tokens.all[start].span().start);
    let within = just || day.is_some_and(|day| day.start < tokens.all[border - 1].span().start);
    let words = if before { (next, border..words.end) } else { (at, first..border) };
    (closed && within).then_some(words)
}

/// The clause that carries the words from `start`, where `at` only tells who says it: "The US is looking at it, the
/// minister | said on Friday".
fn told_by(tokens: &Tokens, start: usize, clauses: &[Clause], at: usize) -> usize {
    let clause = &clauses[at];
    let before = clause.tokens.start.saturating_sub(2)..clause.verb.group.start;
    let comma =
        before.clone().any(|at| tokens.folded(at) == ",") && !before.clone().any(|at| tokens.written(at) == "”");
    let last = clauses.get(at + 1).is_none_or(|next| next.role != Role::Content);
    // "The United States and Norway declared" are two names.
    let opens = clause.tokens.start;
    let joined = tokens.word(opens).is(Class::Conjunction) && !joins_names(tokens, opens);
    if !tokens.word(clause.verb.head).is(Class::Saying) || !comma || !last || joined {
        return at;
    }
    let from = clauses.partition_point(|clause| clause.verb.group.start < start);
    (from..at).find(|at| clauses[*at].role.stands_alone()).unwrap_or(at)
}

/// What stays of words that are too many: with the verb of the clause `at` or, where somebody's words open them, with that
/// of saying; else those words alone; else with the verb that `at` goes on with, as in "rates will be cut for all | and
/// set at the level of prices".
fn shorter(source: &Source, words: Range<usize>, at: Option<usize>, said: Option<Range<usize>>) -> Kept {
    let Source { tokens, clauses, names, .. } = *source;
    // Only the clauses of these words: a sentence may be without end.
    let from = clauses.partition_point(|clause| clause.verb.group.end <= words.start);
    let to = clauses.partition_point(|clause| clause.verb.group.start < words.end);
    let inside = &clauses[from..to.max(from)];
    let told = |verb: Range<usize>| Told { tokens, words: words.clone(), verb, clauses: inside, names };
    let with = |verb: Range<usize>, least: usize| {
        let told = told(verb);
        let least = (words.start + 4).max(least).min(words.end);
        shortened(&told, &spared(&told), places(&told, least), |at| loss_at(&told, at))
    };
    let carried = |at: usize| {
        let (clause, verb) = (&clauses[at], clauses[at].verb.group.clone());
        let object = usize::from(!says_all(tokens, clause));
        let least = if verb.start >= words.start { verb.end + object } else { 0 };
        let least = inserted_end(tokens, &words, clause).map_or(least, |comma| least.max(comma + 3));
        with(verb, least)
    };
    let own = || match (&said, at) {
        (Some(said), _) => with(said.clone(), said.end),
        // "Sickens 200 people in the north by food | shipped from Oslo": what is only done is no main verb.
        (None, Some(at)) => rival(&told(clauses[at].verb.group.clone())).or_else(|| carried(at)),
        (None, None) => with(words.start..words.start, 0),
    };
    let alone = || said.as_ref().and_then(|said| quoted_words(&told(said.clone()), said.start));
    let before = || at.filter(|at| clauses[*at].role == Role::Coordinate).and_then(|at| clauses[at].parent);
    let first = || before().filter(|at| clauses[*at].verb.group.start >= words.start).and_then(carried);
    let verb = || said.clone().or(at.map(|at| clauses[at].verb.group.clone())).unwrap_or(words.start..words.start);
    let told_by = |at: usize| told(clauses[at].verb.group.clone());
    let parent = || before().and_then(|at| barest(&told_by(at)));
    let told = || told(verb());
    // "Mark Kelly announces that | he will fly": who says so, before a "he" that nobody knows.
    let content = || at.filter(|at| clauses[*at].role == Role::Content).and_then(|at| clauses[at].parent);
    let says = || content().filter(|at| clauses[*at].verb.group.start >= words.start);
    let says = || says().and_then(|at| carried(at).or_else(|| barest(&told_by(at))));
    let spoken = |how: Alone| said_words(&told(), how);
    let last = || barest(&told()).or_else(|| spoken(Alone::Barest)).or_else(parent);
    let fits = own().or_else(alone).or_else(first).or_else(|| spoken(Alone::Named)).or_else(says);
    let fits = fits.or_else(|| spoken(Alone::Unnamed)).or_else(last).or_else(|| unseen(&told()));
    fits.unwrap_or_else(|| {
        let told = told();
        too_long(&told, &spared(&told))
    })
}

/// "The film, which opened on Friday, | breaks a record", "ships, seized by rebels, | leave Oslo": where what only
/// tells more of the subject ends, and the words can only end behind that.
fn inserted_end(tokens: &Tokens, words: &Range<usize>, clause: &Clause) -> Option<usize> {
    let verb = &clause.verb.group;
    if clause.tokens.start > words.start || verb.start < words.start + 2 {
        return None;
    }
    let comma = |at: usize| tokens.folded(at) == ",";
    let who = matches!(tokens.folded(verb.start - 1), "who" | "which") && comma(verb.start - 2);
    let done = comma(verb.start - 1) && verb.len() == 1 && tokens.word(verb.start).can(Form::Participle);
    let first = (words.start..verb.start - 1 - usize::from(who)).all(|at| !comma(at));
    (verb.end..words.end).find(|at| comma(*at)).filter(|_| first && (who || done))
}

/// "“We go,” the envoy | said": the verb of those whose words open the sentence.
fn speaking(tokens: &Tokens, range: &Range<usize>, clauses: &[Clause]) -> Option<Range<usize>> {
    let closed = range.clone().skip(1).find(|at| mark(tokens, *at).is_some_and(|(side, _)| side == Side::Closing))?;
    let says = |clause: &&Clause| clause.verb.group.start > closed && tokens.word(clause.verb.head).is(Class::Saying);
    clauses.iter().find(says).map(|clause| clause.verb.group.clone()).filter(|verb| verb.end <= range.end)
}

/// "KYIV, Ukraine — ": capitals, then a dash within the first words.
fn without_dateline(tokens: &Tokens, range: Range<usize>) -> Range<usize> {
    if range.is_empty() || tokens.all[range.start].shape != Shape::Capitals {
        return range;
    }
    let mut opening = range.start..range.end.min(range.start + 12);
    let double = |at: usize| at + 1 < range.end && tokens.written(at) == "-" && tokens.written(at + 1) == "-";
    match opening.find(|at| matches!(tokens.written(*at), "—" | "–" | "-" | "―")) {
        Some(dash) => dash + 1 + usize::from(double(dash))..range.end,
        None => range,
    }
}

/// Where the words of `range` end that fit.
fn room(tokens: &Tokens, range: Range<usize>) -> usize {
    // No text has more characters than bytes.
    if range.is_empty() || tokens.span(range.clone()).len() <= LONGEST {
        return range.end;
    }
    let mut length = 0;
    let over = range.clone().find(|at| {
        length += usize::from(*at > range.start && has_space(tokens, *at)) + tokens.all[*at].width as usize;
        length > LONGEST
    });
    over.unwrap_or(range.end)
}

/// The words as written without those in the gaps, which are in order.
fn without(tokens: &Tokens, range: Range<usize>, gaps: &[Range<usize>]) -> String {
    let starts = std::iter::once(range.start).chain(gaps.iter().map(|gap| gap.end));
    let ends = gaps.iter().map(|gap| gap.start).chain([range.end]);
    let mut text = String::new();
    for (from, to) in starts.zip(ends).filter(|(from, to)| from < to) {
        if !text.is_empty() && has_space(tokens, from) {
            text.push(' ');
        }
        text.push_str(&tokens.joined(from..to));
    }
    text
}

pub(super) fn capitalised(text: String) -> String {
    let first = text.find(|c| !matches!(c, '“' | '"')).unwrap_or(0);
    match text[first..].chars().next() {
        Some(letter) if letter.is_lowercase() => {
            let upper: String = letter.to_uppercase().collect();
            [&text[..first], &upper, &text[first + letter.len_utf8()..]].concat()
        }
        _ => text,
    }
}

/// A closing mark that opens the text closes what the sentence before has said, unless nothing else is there.
fn without_closing_mark(text: &str) -> &str {
    let rest = text.trim_start_matches(['”', ' ']);
    let rest = rest.strip_prefix("\" ").unwrap_or(rest);
    if rest.is_empty() { text } else { rest }
}

/// "(He left.)": the bracket that opened it stands before the first word that is told.
fn without_lone_bracket(text: &str) -> &str {
    let lone = text.ends_with(')') && !text.contains('(') && text.len() > 3;
    if lone { text.trim_end_matches([')', '.']) } else { text }
}

/// Sets the marks of what is somebody's words from the start, or those that are lost.
fn in_marks(text: String, opened: bool, straight: bool) -> String {
    match () {
        () if !opened || text.contains(['“', '”', '"']) => with_both_marks(text),
        () if straight => format!("\"{text}\""),
        () => format!("“{text}”"),
    }
}

/// Sets the quotation mark that the cut has lost: a quotation is seen to be one.
fn with_both_marks(text: String) -> String {
    if !['“', '”', '"'].iter().any(|mark| text.contains(*mark)) {
        return text;
    }
    let text = match (text.strip_suffix(",”"), text.strip_suffix(",\"")) {
        (Some(rest), _) => format!("{rest}”"),
        (_, Some(rest)) => format!("{rest}\""),
        _ => text,
    };
    let mut before = ' ';
    let mut open = None;
    let mut lost = false;
    for c in text.chars() {
        // A straight mark opens where a word begins, and closes behind one.
        match c {
            '“' => open = Some('”'),
            '"' if before.is_whitespace() => open = Some('"'),
            '”' | '"' => lost |= open.take().is_none() && !before.is_ascii_digit(),
            _ => {}
        }
        before = c;
    }
    let first = if lost { if text.contains('”') { "“" } else { "\"" } } else { "" };
    format!("{first}{text}{}", open.map(String::from).unwrap_or_default())
}

/// Words that wait for the one behind them, so that a cut never ends with one.
const LOOSE: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "in", "on", "at", "by", "for", "with", "from", "to", "that", "its", "his",
    "her", "their",
];

/// Cuts at the last space that lets an ellipsis fit within `most` characters.
fn cut(text: &str, most: usize) -> String {
    let fits = text.char_indices().nth(most - 1).map_or(text, |(end, _)| &text[..end]);
    let mut kept = fits.rsplit_once(' ').map_or(fits, |(kept, _)| kept);
    while let Some((before, _)) = kept.rsplit_once(' ').filter(|(_, last)| LOOSE.contains(last)) {
        kept = before;
    }
    [kept.trim_end_matches([',', ';', ':', ' ']), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::super::clause::clauses;
    use super::super::lexicon::Lexicon;
    use super::super::within::main_clause;
    use super::*;

    /// The headline of a sentence as the clause `at` tells it, or else its main one.
    fn told(text: &str, at: Option<usize>) -> String {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let range = tokens.cut(0..text.len(), &lexicon);
        let clauses = clauses(&tokens, range.clone());
        let at = at.or_else(|| main_clause(&clauses));
        headline(&Source { tokens: &tokens, clauses: &clauses, names: &[], day: None }, range, None, at)
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(told(text, None), expected);
    }

    #[test]
    fn what_nobody_is_shown_is_only_cut() {
        let long =
            "OSLO – The mayor of Bergen said that the dam over the river, which was built in May, would hold up.";
        let told = "The mayor of Bergen said that the dam over the river, which was built in May, would…";
        for (text, expected) in [(long, told), ("But rain fell.", "But rain fell."), ("OSLO –", "OSLO –")] {
            let mut tokens = Tokens::new(text);
            let range = tokens.cut(0..text.len(), &Lexicon::new());
            assert_eq!(beginning(&tokens, range), expected);
        }
    }

    #[test]
    fn conditions_names_in_a_row_and_words_in_marks_stay_whole() {
        check("If nothing moves, Norway will leave.", "If nothing moves, Norway will leave");
        check(
            "On Friday the envoys of Norway, Spain, Italy and Greece in Oslo left the hall of the old parliament for good.",
            "The envoys of Norway, Spain, Italy and Greece in Oslo left the hall of the old parliament",
        );
        check(
            "Hansen wrote on Friday that the union of all the ministers of Norway was \"locked and loaded\" for the year.",
            "Hansen wrote the union of all the ministers of Norway was \"locked and loaded\" for the year",
        );
        check(
            "General Johan Hansen, the chief of staff, steps down; his successor, Olga Berg, was approved by them in May.",
            "General Johan Hansen steps down; his successor, Olga Berg, was approved by them in May",
        );
        check(
            "The head of the bank, Johan Hansen, resigned the day before; a lawyer named by the council, Olga Berg, came.",
            "Johan Hansen resigned the day before; a lawyer named by the council, Olga Berg, came",
        );
    }

    #[test]
    fn labels_go_and_speakers_stay() {
        check("Financial context: Last week, the crown fell to a new low.", "Last week, the crown fell to a new low");
        check("Hansen: Olsen left Oslo.", "Hansen: Olsen left Oslo");
    }

    #[test]
    fn datelines_and_openings_go() {
        check(
            "Back in April, the mayor announced his intention to build a bridge for the town and the two islands across the bay.",
            "The mayor announced his intention to build a bridge for the town and the two islands",
        );
        check(
            "During a rally on Tuesday night in Raleigh, North Carolina, Hansen remarked upon a recent story of the Bergen Post.",
            "Hansen remarked upon a recent story of the Bergen Post",
        );
        check(
            "USA Today reported on Monday that the firm of the mayor has secretly funded more than 200 foreign trips of envoys.",
            "USA Today reported the firm of the mayor has secretly funded more than 200 foreign trips",
        );
        check(
            "In a New York Times/CBS News survey released last Thursday, 79 percent of Norwegians said they were glad of Hansen and the deal.",
            "79 percent of Norwegians said they were glad of Hansen and the deal",
        );
        check(
            "Johan Hansen, the commander of the brigade, said in a statement released on Monday that Norway was shelling the old port of Oslo.",
            "Johan Hansen said that Norway was shelling the old port of Oslo",
        );
        check("(Hansen left Oslo on Monday.)", "Hansen left Oslo on Monday");
        check("KYIV, Ukraine — The president left for Paris.", "The president left for Paris");
        check("That day, troops left Oslo.", "That day, troops left Oslo");
        check("That night Norway shelled Oslo.", "That night Norway shelled Oslo");
        check("Meanwhile, and the army left the town of Oryol.", "The army left the town of Oryol");
    }

    #[test]
    fn what_a_page_sets_before_a_text_goes() {
        check("Wed Jun 24, 2009 6:44 pm EDT OSLO (Reuters) - The king left for Bergen.", "The king left for Bergen");
        check("10:29 p.m. in Oslo, 9:29 p.m. ET) The king left for Bergen.", "The king left for Bergen");
        check("The king left Oslo at dawn (6 a.m. ET) on Monday.", "The king left Oslo at dawn (6 a.m. ET) on Monday");
    }

    #[test]
    fn what_only_tells_more_goes_though_a_verb_stands_in_it() {
        check(
            "Norwegian forces clashed in Bergen with demonstrators from the old town who were protesting calls for a vote in May.",
            "Norwegian forces clashed in Bergen with demonstrators from the old town",
        );
        check(
            "The boy was found floating off the coast of Bergen in the old harbour after a boat carrying him from Oslo sank.",
            "The boy was found floating off the coast of Bergen in the old harbour",
        );
        check(
            "The envoy told a Senate hearing on the old dams of Bergen in the north that the agency had found no link to Oslo.",
            "The envoy told a Senate hearing that the agency had found no link to Oslo",
        );
    }

    #[test]
    fn what_only_opens_a_sentence_is_no_headline() {
        check(
            "After he told the Post that he would not “go on any more,” the old mayor of Bergen left Oslo for good on Monday \
             night.",
            "The old mayor of Bergen left Oslo for good on Monday night",
        );
        let just =
            "Just as the king made a visit to the border of Norway on Monday, the envoy of Bergen made a stop in Oslo.";
        assert_eq!(told(just, Some(0)), "The king made a visit to the border of Norway on Monday");
        check(
            "The film of the two singers, which opened, breaks the record for the biggest debut of all time in the north of \
             Norway.",
            "The film of the two singers breaks the record for the biggest debut of all time",
        );
    }

    #[test]
    fn nothing_is_told_of_what_it_is_not_said_of() {
        check(
            "The envoy said that new buses for the town had been sent out on Monday to take people to Oslo and that consumer \
             spending in May rose.",
            "The envoy said that new buses for the town had been sent out to take people to Oslo",
        );
        check(
            "The old envoy reaffirmed the policy of the north to ensure nobody meddles with the harbours of the small republic \
             in May.",
            "The old envoy reaffirmed the policy of the north to ensure nobody meddles",
        );
        check(
            "People march against the old mayor in many towns across Norway with at least two people killed in the long march.",
            "People march against the old mayor in many towns across Norway",
        );
    }

    #[test]
    fn lists_are_whole_or_go() {
        check(
            "The school said it was putting off all of its summer exams in art, biology and foreign languages for the next \
             week.",
            "The school said it was putting off all of its summer exams",
        );
        check(
            "Rescue workers of the northern town handed out blankets, food and water on Monday to the people of the southern \
             islands.",
            "Rescue workers of the northern town handed out blankets, food and water",
        );
    }

    #[test]
    fn what_can_be_spared_goes_before_the_end_does() {
        check(
            "Johan Hansen, the head of the regional military administration, said on Monday that the dam would hold.",
            "Johan Hansen, the head of the regional military administration, said the dam would hold",
        );
        check(
            "Hansen, who sent weapons to Norway in the early stages of the war, has been a much-loved figure in Oslo.",
            "Hansen has been a much-loved figure in Oslo",
        );
        check(
            "Last month the ministry of foreign affairs in Oslo banned Hansen and ten others from entering the country.",
            "The ministry of foreign affairs banned Hansen and ten others from entering the country",
        );
        check(
            "Violence has spread out of Norway, with officials in the Swedish city of Uppsala accusing soldiers of arson.",
            "Violence has spread out of Norway",
        );
        check(
            "The governor of the northern region, Ali Karim, said on Monday that a bridge over the river had fallen.",
            "The governor of the northern region said on Monday that a bridge over the river had fallen",
        );
        check(
            "A town hall in the breakaway region of the eastern republic was shelled from a hand grenade launcher.",
            "A town hall in the breakaway region of the eastern republic was shelled",
        );
        check(
            "The president of the southern republic, Johan Hansen, said the army was not in full control of the town.",
            "The president of the southern republic said the army was not in full control of the town",
        );
        check(
            "Hansen, who was elected in May, said on Monday that he left.",
            "Hansen, who was elected in May, said on Monday that he left",
        );
    }

    #[test]
    fn what_is_cut_leaves_no_loose_ends() {
        check(
            "27 Jul 2022 18.50 A group of senators urged Hansen to resign.",
            "A group of senators urged Hansen to resign",
        );
        check("02:43 The envoy left.", "02:43 The envoy left");
        check("” Hansen left.", "Hansen left");
        check("\" said Hansen.", "Said Hansen");
        check("”", "“”");
        check("That posture was given up on Monday.", "That posture was given up on Monday");
        check("That changed on Monday in Bergen.", "That changed on Monday in Bergen");
        check("That mass arrests resumed on Monday.", "Mass arrests resumed on Monday");
        check("The point of it,\" Hansen said.", "\"The point of it,\" Hansen said");
        check("\"We promised it,\" he said of \"the plan.", "\"We promised it,\" he said of \"the plan\"");
        check("We are close,” he told Olsen,", "“We are close,” he told Olsen");
        check("A weapon,” Hansen told reporters.", "“A weapon,” Hansen told reporters");
        check("“We will stand with you for as long as it takes. ", "“We will stand with you for as long as it takes”");
        check(
            "Under the present proposals, which were published by Hansen as minister, the households of the republic will get 400 crowns off their bills.",
            "The households of the republic will get 400 crowns off their bills",
        );
    }

    #[test]
    fn words_cut_before_their_closing_mark_are_marked() {
        check(
            "We will have to look at all the other means of moving the grain from the northern ports to the south if we cannot,” he said.",
            "“We will have to look at all the other means of moving the grain from the northern…”",
        );
    }

    #[test]
    fn what_stands_between_dashes_tells_nothing_new() {
        check(
            "On 9 June – the day the two Norwegian soldiers of the north were captured – a court in Bergen sentenced three men.",
            "A court in Bergen sentenced three men",
        );
    }

    #[test]
    fn a_quotation_too_long_for_its_speaker_stands_alone() {
        check(
            "“We will not walk away and leave the harbours of the north to the others,” Johan Hansen told reporters in Oslo.",
            "“We will not walk away and leave the harbours of the north to the others”",
        );
        check(
            "It said: “If the workers of the firm are still in the harbour, then we ask the mayor to give the order to leave it.”",
            "It said: “If the workers of the firm are still in the harbour, then we ask the mayor…”",
        );
    }

    #[test]
    fn a_clause_that_opens_a_sentence_stands_alone() {
        let text = "When the main gas line between the two northern countries, the old sea bridge, was closed last week for repairs, the ministers met.";
        let found = told(text, Some(0));
        assert_eq!(found, "The main gas line between the two northern countries was closed last week for repairs");
    }

    #[test]
    fn a_purpose_in_somebodys_words_can_go() {
        check(
            "He invited the former Norwegian and Danish leaders Olga Berg and Johan Hansen to visit Bergen “to see what came of it all”.",
            "He invited Olga Berg and Johan Hansen to visit Bergen “to see what came of it all”",
        );
        check(
            "The mayor of the city invited the leaders of the northern countries to visit Bergen “to see what had come of their long wait”.",
            "The mayor of the city invited the leaders of the northern countries to visit Bergen",
        );
    }

    #[test]
    fn a_joined_verb_gives_way_to_the_first() {
        check(
            "Rates on all the loans will be cut for the new borrowers of the north and set no higher than the growth of prices in the south.",
            "Rates on all the loans will be cut for the new borrowers of the north",
        );
    }

    #[test]
    fn a_long_opening_goes_as_a_whole() {
        check(
            "On Tuesday, as he and Hansen met for the third time this year, Olsen of the republic defended the raids on the towns of the north.",
            "Olsen of the republic defended the raids on the towns of the north",
        );
    }

    #[test]
    fn long_sentences_are_cut_at_a_border() {
        check(
            "The army struck a dam in the Kharkiv region on Sunday, disrupting a supply route used by troops who are engaged in battles.",
            "The army struck a dam in the Kharkiv region, disrupting a supply route used by troops",
        );
    }

    #[test]
    fn what_a_verb_does_to_its_object_stays() {
        check(
            "The northern ministry banned ten reporters of the foreign press, including five of the Post, from entering the \
             country.",
            "The northern ministry banned ten reporters of the foreign press from entering the country",
        );
        check(
            "Military intelligence told the old Bergen Post last month that Norway had one artillery piece to ten pieces of \
             theirs.",
            "Norway had one artillery piece to ten pieces of theirs",
        );
        check(
            "The northern government is likely to announce on Friday the purchase of an advanced medium- to long-range system.",
            "The northern government is likely to announce on Friday the purchase",
        );
        check(
            "The fields around the northern town were still smoldering on Saturday when reporters of the Bergen Post drove through.",
            "The fields around the northern town were still smoldering on Saturday",
        );
    }

    #[test]
    fn a_quotation_keeps_its_speaker_and_a_list_its_end() {
        check("\"We promised it,\" the chairman said on Friday.", "\"We promised it,\" the chairman said on Friday");
        check("That he would travel to Bergen on Monday.", "He would travel to Bergen on Monday");
        check(
            "The president of the eastern republic said on Monday that he wanted to bring Hansen, Olsen, Berg and the others home.",
            "He wanted to bring Hansen, Olsen, Berg and the others home",
        );
    }

    #[test]
    fn a_long_sentence_keeps_its_verb_and_object() {
        check(
            "In a long and bitter statement to the readers of three newspapers in the north, the minister left the talks on gas.",
            "The minister left the talks on gas",
        );
        check(
            "The defence ministry of Norway said on Sunday in its daily report that foreign ships had left the harbour of Bergen.",
            "The defence ministry of Norway said that foreign ships had left the harbour of Bergen",
        );
        check(
            "The leaders of the northern countries agreed before dawn on Friday to lend the republic 90 million crowns for the next two years.",
            "The leaders of the northern countries agreed before dawn to lend the republic 90…",
        );
    }

    #[test]
    fn a_part_goes_with_what_is_inside_it() {
        check(
            "Ms. Berg said at a conference in Oslo on Monday that a price limit on oil would not only also reduce the ability of \
             the northern army to go on but also lower the global price of oil.",
            "Ms. Berg said that a price limit on oil would lower the global price of oil",
        );
    }
}
