//! Made-up articles to measure with: the same seed gives the same words on every machine.
//!
//! An article has about 470 words and eight dated phrases, in one of the shapes that real input has. The people, places
//! and happenings are invented, words are drawn from the table of the program, common ones more often, and articles of one
//! week share a story, so that merging has work to do. The prose makes no sense: it is there to be read by a program, and
//! says nothing about how well real news is read. What it costs to read should be typical, so it is like real news in
//! these figures, and never easier to merge:
//!
//! | | made up | real |
//! | --- | --- | --- |
//! | articles | 200 | 203 |
//! | words of a sentence: a tenth, half and nine tenths have at most | 7, 21, 39 | 8, 22, 38 |
//! | mentions of a sentence | 2.8 | 2.7 |
//! | mentions in 500 words, listed | 68, 3.9 | 58, 2.8 |
//! | different words, those met once | 9,383, 3,732 | 8,927, 3,777 |
//! | pairs compared a mention; of 1,000 articles | 3.9; 8.7 | 2.6; 9.7 |

#![allow(dead_code, reason = "every bench takes the part it needs")]

use chrono::{Datelike, Days, NaiveDate};

/// One made-up file.
#[derive(Debug)]
pub struct Made {
    /// Path inside a project, `content/articles/0042.txt`.
    pub path: String,
    pub text: String,
    pub published: NaiveDate,
}

/// Returns `count` articles over two years, from 2024-01-01 on.
pub fn articles(count: usize, seed: u64) -> Vec<Made> {
    let (mut dice, vocabulary) = (Dice(seed), Vocabulary::new());
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day of the calendar");
    let mut made = |n: usize| {
        let published = first + Days::new(dice.below(730) as u64);
        let week = published.iso_week();
        let story = u64::from(week.week()) * 16 + dice.below(STORIES) as u64 + week.year() as u64 * 1_600;
        article(
            n,
            &mut Writer { published, story: Story::new(story, &vocabulary), words: &vocabulary, dice: &mut dice },
        )
    };
    (0..count).map(&mut made).collect()
}

/// Returns a `newsbook.yml` whose themes find something in the made-up prose.
pub fn config() -> &'static str {
    include_str!("newsbook.yml")
}

fn article(n: usize, writer: &mut Writer) -> Made {
    let paragraphs: Vec<String> = (0..9).map(|_| paragraph(writer)).collect();
    let (extension, text) = (SHAPES[n % SHAPES.len()])(writer.published, &paragraphs);
    Made { path: format!("content/articles/{n:04}.{extension}"), text, published: writer.published }
}

/// Two sentences or three, one of them dated.
fn paragraph(writer: &mut Writer) -> String {
    let dated = match writer.dice.below(9) {
        0 => shared(writer),
        1 | 2 => writer.sentence(DATED),
        _ => writer.sentence(BESIDE),
    };
    let mut sentences = vec![dated, writer.sentence(PLAIN)];
    (0..writer.dice.below(2)).for_each(|_| sentences.push(writer.sentence(PLAIN)));
    sentences.swap(0, writer.dice.below(2));
    sentences.iter().map(|sentence| capitalised(sentence)).collect::<Vec<_>>().join(" ")
}

fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A happening that other articles of its story report too, in other words and in another order.
fn shared(writer: &mut Writer) -> String {
    let Story { cast, places, nouns, .. } = &writer.story;
    let at = writer.dice.below(2);
    let (who, place, one, two) = (&cast[at], &places[at], nouns[at], nouns[at + 2]);
    let monday = writer.published - Days::new(u64::from(writer.published.weekday().num_days_from_monday()));
    let day = monday.format("%B %-d, %Y");
    match writer.dice.below(2) {
        0 => format!("{who} signed a treaty on the {one} and the {two} in {place} on {day}."),
        _ => format!("On {day}, {who} came to {place} and signed the {one} treaty with the {two}."),
    }
}

type Shape = fn(NaiveDate, &[String]) -> (&'static str, String);

const SHAPES: [Shape; 6] = [glued, dateline, front_matter, bare, cross_heads, page];

fn glued(day: NaiveDate, paragraphs: &[String]) -> (&'static str, String) {
    ("txt", format!(" date {day} {}", paragraphs.join("\n\n")))
}

fn dateline(day: NaiveDate, paragraphs: &[String]) -> (&'static str, String) {
    ("txt", format!("VELM, {} (Courier) — {}", day.format("%b. %-d, %Y"), paragraphs.join("\n")))
}

fn front_matter(day: NaiveDate, paragraphs: &[String]) -> (&'static str, String) {
    let body = paragraphs.join("\n\n");
    ("md", format!("---\ntitle: \"The week in Velm\"\ndate: {day}\nsource: Courier\n---\n\n{body}\n"))
}

fn bare(_: NaiveDate, paragraphs: &[String]) -> (&'static str, String) {
    ("txt", format!("{}\nLeave a comment", paragraphs.join("\n")))
}

fn cross_heads(day: NaiveDate, paragraphs: &[String]) -> (&'static str, String) {
    let (top, rest) = paragraphs.split_at(paragraphs.len() / 2);
    ("txt", format!("date {day} {}\n\nWhat Comes Next\n\n{}\n\nShare | Print\n", top.join("\n\n"), rest.join("\n\n")))
}

fn page(day: NaiveDate, paragraphs: &[String]) -> (&'static str, String) {
    let body: String = paragraphs.iter().map(|text| format!("<p>{text}</p>\n")).collect();
    let head = format!("<title>Velm</title><meta property=\"article:published_time\" content=\"{day}\">");
    let nav = "<nav><a href=\"/\">Home</a> <a href=\"/courier\">Courier</a></nav>";
    (
        "html",
        format!(
            "<!DOCTYPE html><html><head>{head}</head><body>{nav}<article><h1>Velm</h1>{body}</article></body></html>"
        ),
    )
}

/// English words by what they can be, the common ones first, from the table of the program.
struct Vocabulary {
    nouns: Vec<&'static str>,
    pasts: Vec<&'static str>,
    adjectives: Vec<&'static str>,
}

impl Vocabulary {
    fn new() -> Self {
        let usually = |form: char| {
            let rows = include_str!("../../src/events/data/words.tsv").lines().filter_map(|row| row.split_once('\t'));
            let codes = rows.map(|(word, rest)| (rest.split('\t').next().unwrap_or_default(), word));
            let mut words: Vec<(&str, &str)> =
                codes.filter(|(code, word)| code.contains(form) && word.len() > 3).collect();
            words.sort_by_key(|(code, _)| std::cmp::Reverse(code.chars().find(char::is_ascii_digit)));
            words.into_iter().map(|(_, word)| word).collect()
        };
        Self { nouns: usually('n'), pasts: usually('d'), adjectives: usually('a') }
    }
}

/// What articles of one week have in common: so many of their words are about it, and the others about anything.
struct Story {
    cast: [String; 4],
    places: [String; 3],
    nouns: [&'static str; 24],
    pasts: [&'static str; 12],
    adjectives: [&'static str; 12],
}

/// So many stories a week.
const STORIES: usize = 2;

impl Story {
    fn new(number: u64, words: &Vocabulary) -> Self {
        let mut dice = Dice(number);
        Self {
            cast: std::array::from_fn(|_| format!("{} {} {}", dice.pick(TITLES), dice.name(), dice.name())),
            places: std::array::from_fn(|_| dice.name()),
            nouns: std::array::from_fn(|_| dice.common(&words.nouns)),
            pasts: std::array::from_fn(|_| dice.common(&words.pasts)),
            adjectives: std::array::from_fn(|_| dice.common(&words.adjectives)),
        }
    }
}

struct Writer<'a> {
    published: NaiveDate,
    story: Story,
    words: &'a Vocabulary,
    dice: &'a mut Dice,
}

impl Writer<'_> {
    /// Replaces each `{slot}` of a template.
    fn sentence(&mut self, templates: &[&str]) -> String {
        let template = self.dice.pick(templates);
        let mut text = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, tail) = after.split_once('}').expect("every slot is closed");
            text.push_str(before);
            text.push_str(&self.slot(slot));
            rest = tail;
        }
        text + rest
    }

    fn slot(&mut self, slot: &str) -> String {
        let (story, words, dice) = (&self.story, self.words, &mut *self.dice);
        let is_of_story = dice.below(10) < 3;
        let mut word = |own: &[&'static str], all: &[&'static str]| match is_of_story {
            true => dice.pick(own).to_owned(),
            false => dice.common(all).to_owned(),
        };
        match slot {
            "noun" => word(&story.nouns, &words.nouns),
            "did" => word(&story.pasts, &words.pasts),
            "adj" => word(&story.adjectives, &words.adjectives),
            "who" => story.cast[dice.below(story.cast.len())].clone(),
            "place" => story.places[dice.below(story.places.len())].clone(),
            "when" => when(self.published, dice),
            _ => (3 + dice.below(90)).to_string(),
        }
    }
}

fn when(published: NaiveDate, dice: &mut Dice) -> String {
    let day = published - Days::new(dice.below(9) as u64);
    let ahead = published + Days::new(dice.below(60) as u64);
    match dice.below(10) {
        0 | 1 => day.format("on %A").to_string(),
        2 | 3 => day.format("on %B %-d").to_string(),
        4 => day.format("on %B %-d, %Y").to_string(),
        5 => day.format("on %-d %B %Y").to_string(),
        6 => "last week".to_owned(),
        7 => format!("{} days ago", 2 + dice.below(5)),
        8 => ahead.format("in %B %Y").to_string(),
        _ => "yesterday".to_owned(),
    }
}

/// A splitmix generator: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// A word of a list that begins with the common ones, which are picked more often.
    fn common(&mut self, list: &[&'static str]) -> &'static str {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        list[(share.powi(3) * list.len() as f64) as usize]
    }

    /// A name that nobody has, of two or three syllables.
    fn name(&mut self) -> String {
        let syllables: String = (0..2 + self.below(2)).map(|_| self.pick(SYLLABLES)).collect();
        capitalised(&syllables)
    }
}

const TITLES: &[&str] = &["President", "Foreign Minister", "General", "Mayor", "Governor", "the envoy"];

const SYLLABLES: &[&str] = &[
    "bra", "dun", "fel", "gor", "hel", "iv", "kas", "lin", "mar", "nor", "ost", "pel", "rin", "sta", "tol", "ul",
    "ven", "wes", "yar", "zem", "ada", "bek", "cor", "dri", "eta",
];

/// What is an event by itself.
const DATED: &[&str] = &[
    "{who} met the {adj} {noun} in {place} {when} and spoke for {n} minutes about the {noun} of the {noun}.",
    "Drones struck a {noun} depot near {place} {when}; {who} claimed that {n} of them were shot down by the {noun}.",
    "{who} is expected to travel to {place} {when} for talks on the {adj} {noun} that the {noun} {did}.",
    "At least {n} people were injured when a {noun} ran into a {adj} {noun} off {place} {when}.",
    "Parliament in {place} rejected the {adj} {noun} {when} by {n} votes after the {noun} {did} its {noun}.",
];

/// What has a date and is no event: spans, years, what lies long ago.
const BESIDE: &[&str] = &[
    "For {n} years the {noun} of {place} has been a {adj} {noun}, and few think that the {noun} {did} it.",
    "The {noun} is {adj} every week, {who} said, although the {noun} that the {adj} {noun} {did} is not.",
    "“It was a {adj} {noun} in 1994,” said {who}, whose {noun} {did} the {noun} while the {noun} {did} the {noun}.",
    "Since March 2011 the {noun} has been {adj}; the {noun} which {who} {did} is a {noun} of {place}.",
    "In the 1980s a {noun} was what the {adj} {noun} is now.",
    "The {noun} could be {adj} for {n} months, if the {noun} that {did} the {noun} is as {adj} as {who} says.",
];

/// Undated sentences, short ones and long ones of many clauses, as real ones are.
const PLAIN: &[&str] = &[
    "But it is the {noun} that matters.",
    "Not every {noun} is {adj}.",
    "Neither the {noun} nor the {adj} {noun} is {adj} in {place}.",
    "“We {did} the {noun},” said {who}, who {did} the {adj} {noun} while the {noun} of {place} {did} the {noun}.",
    "Few in {place} {did} the {noun}; fewer still {did} the {noun}, because the {adj} {noun} {did} it.",
    "When the {noun} {did} the {adj} {noun}, {who} {did} the {noun} that {place} {did}, and nobody {did} the {noun} of the \
     {adj} {noun} or the {noun} which the {noun} {did}, as the {noun} was {adj} and the {noun} {did} little.",
    "Although {who} {did} the {noun}, the {adj} {noun} is {adj}, and the {noun} would be a {noun} without it.",
    "Without the {noun}, {who} added, the {adj} {noun} would be a {noun} for {place} and for the {noun} that {did} it.",
    "That {noun} is {adj}, according to {who}, because the {noun} in {place} has {did} {n} per cent of its {noun} since the \
     {noun} {did} the {adj} {noun}, which the {noun} of the {noun} says it never {did}.",
    "What the {noun} {did} is not clear, nor whether the {adj} {noun} of {place} {did} the {noun} that {who} {did}.",
];
