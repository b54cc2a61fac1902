//! Made-up articles to measure with: the same seed gives the same words on every machine.
//!
//! An article has about 500 words and eight dated phrases, in one of the shapes that real input has. The countries,
//! people and happenings are invented, and a small pool of happenings is shared, so that merging has work to do. The
//! prose is dull on purpose: it is there to be read by a program, and says nothing about how well real news is read.

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
    let mut dice = Dice(seed);
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day of the calendar");
    (0..count).map(|n| article(n, first + Days::new(dice.below(730) as u64), &mut dice)).collect()
}

/// Returns a `newsbook.yml` whose themes find something in the made-up prose.
pub fn config() -> &'static str {
    include_str!("newsbook.yml")
}

fn article(n: usize, published: NaiveDate, dice: &mut Dice) -> Made {
    let paragraphs: Vec<String> = (0..8).map(|_| paragraph(published, dice)).collect();
    let (extension, text) = (SHAPES[n % SHAPES.len()])(published, &paragraphs);
    Made { path: format!("content/articles/{n:04}.{extension}"), text, published }
}

/// Three sentences, one of them dated.
fn paragraph(published: NaiveDate, dice: &mut Dice) -> String {
    let dated = if dice.below(4) == 0 { shared(published, dice) } else { fill(dice.pick(DATED), published, dice) };
    let mut sentences = [dated, fill(dice.pick(PLAIN), published, dice), fill(dice.pick(PLAIN), published, dice)];
    sentences.swap(0, dice.below(3));
    sentences.map(|sentence| capitalised(&sentence)).join(" ")
}

fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A happening that other articles of the week report too: its words depend on the week, only the order does not.
fn shared(published: NaiveDate, dice: &mut Dice) -> String {
    let week = published.iso_week();
    let mut same = Dice(u64::from(week.week()) * 4 + dice.below(2) as u64 + week.year() as u64 * 400);
    let monday = published - Days::new(u64::from(published.weekday().num_days_from_monday()));
    let (who, place, object) = (same.pick(WHO), same.pick(PLACES), same.pick(OBJECTS));
    let day = monday.format("%B %-d, %Y");
    match dice.below(2) {
        0 => format!("{who} signed {object} in {place} on {day}."),
        _ => format!("On {day}, {who} came to {place} and signed {object}."),
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

/// Replaces each `{slot}` of a template.
fn fill(template: &str, published: NaiveDate, dice: &mut Dice) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, tail) = after.split_once('}').expect("every slot is closed");
        text.push_str(before);
        match slot {
            "who" => text.push_str(dice.pick(WHO)),
            "place" => text.push_str(dice.pick(PLACES)),
            "object" => text.push_str(dice.pick(OBJECTS)),
            "thing" => text.push_str(dice.pick(THINGS)),
            "did" => text.push_str(dice.pick(DID)),
            "how" => text.push_str(dice.pick(HOW)),
            "when" => text.push_str(&when(published, dice)),
            _ => text.push_str(&(3 + dice.below(90)).to_string()),
        }
        rest = tail;
    }
    text + rest
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
}

const WHO: &[&str] = &[
    "President Orla Venn",
    "Prime Minister Tomas Hadek",
    "Foreign Minister Ilse Marrow",
    "the Harbour Commission",
    "the Ministry of Roads",
    "General Piet Osterlund",
    "the publisher Nadia Fell",
    "envoy Marek Dunn",
    "the Coastal Assembly",
    "Chancellor Ada Lindqvist",
    "Mayor Bram Tolliver",
    "the Norland delegation",
];

const PLACES: &[&str] =
    &["Velm", "Port Astrid", "Kessel Bay", "Upper Norland", "the Tarn valley", "Graumark", "Osterhaven", "Lake Ivel"];

const OBJECTS: &[&str] = &[
    "a treaty on fishing rights",
    "the harbour loan",
    "a plan for the northern railway",
    "an agreement on prisoners",
    "the flood relief act",
    "a contract for forty ferries",
    "the ceasefire memorandum",
    "new tariffs on timber",
];

const DATED: &[&str] = &[
    "{who} met {who} in {place} {when} and spoke for {n} minutes about {object}.",
    "{when}, a storm damaged {n} houses in {place}, the town hall said.",
    "{who} said {when} that {object} would have to wait until the budget is settled.",
    "Drones struck a fuel depot near {place} {when}; {who} claimed that {n} of them were shot down.",
    "{who} is expected to travel to {place} {when} for talks on {object}.",
    "At least {n} people were injured when a ferry ran aground off {place} {when}.",
    "{who} signed {object} {when} after a night of negotiations in {place}.",
    "Parliament in {place} rejected {object} {when} by {n} votes.",
];

/// Undated sentences. Their slots are short and many, or else every article would look like a copy of the next.
const PLAIN: &[&str] = &[
    "“We have {did} {thing} before,” said {who}, who {did} {thing} {how} and {did} {thing} {how}.",
    "{thing} {did} {thing} {how}, and {thing} {did} {thing}, though {who} {did} {thing} {how}.",
    "Merchants in {place} {did} {thing} by {n} per cent -- {how}, while {thing} {did} {thing} {how}.",
    "Who {did} {thing} is not clear, nor whether {thing} ever {did} {thing} {how}.",
    "Few in {place} {did} {thing} {how}; fewer still {did} {thing}, and {thing} {did} {thing} {how}.",
    "{thing}, which {did} {thing} {how}, {did} {n} of {thing} – {how} or {how}.",
    "The delegation from {place} {did} {thing} {how}, as {thing} {did} {thing}.",
    "Without {thing} the northern districts {did} {thing} {how} and {did} {thing} {how}.",
];

const THINGS: &[&str] = &[
    "the old ferry",
    "wages",
    "the council",
    "every second mill",
    "dear timber",
    "the quay",
    "the salt tax",
    "his rivals",
    "three lighthouses",
    "the railway",
    "grain",
    "the coast",
    "good wishes",
    "the archive",
    "new bridges",
    "the hills",
    "a quiet majority",
    "the letter",
    "its critics",
    "the fleet",
    "small towns",
    "the river law",
    "spare parts",
    "rumours",
];

const DID: &[&str] = &[
    "outlived",
    "questioned",
    "sold",
    "missed",
    "doubted",
    "repaired",
    "weighed",
    "blamed",
    "counted",
    "praised",
    "borrowed",
    "kept",
    "divided",
    "crossed",
    "forgot",
    "feared",
    "copied",
    "traded",
    "ignored",
    "followed",
];

const HOW: &[&str] = &[
    "without haste",
    "in silence",
    "against advice",
    "at great cost",
    "by habit",
    "out of pride",
    "with some care",
    "for a song",
    "to no end",
    "under protest",
    "in good faith",
    "behind closed doors",
    "as a favour",
    "on credit",
    "in small steps",
    "with regret",
    "at a loss",
    "by candlelight",
    "in plain sight",
    "after a fashion",
];
