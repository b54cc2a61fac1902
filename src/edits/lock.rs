//! `newsbook.lock`: which id belongs to what, so that addresses outlive edits.
//!
//! One entry a line, its fields between tabs, all lines but the first sorted. Entries begin with the id of their
//! article, so that what one article brings stands together: two branches that add articles change different places,
//! and the few that meet are joined by keeping the lines of both sides, which git does by itself where
//! `.gitattributes` says `newsbook.lock merge=union`. Reading therefore takes lines in any order, and several lines
//! for one id: each is one report of the same event.
//!
//! Nothing is ever taken out for good: an entry whose event is gone keeps its id from being given to another.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::diag::{Code, Diagnostic};
use crate::model::{Edtf, Id, Subject};

use super::fingerprint::Fingerprint;

/// The name of the file, in the project's root.
pub const LOCK_FILE: &str = "newsbook.lock";

/// The version this program writes, and the highest it reads.
const VERSION: u32 = 1;

/// The first word of the first line.
const HEAD: &str = "newsbook.lock";

/// What the lock holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    pub articles: Vec<LockedArticle>,
    pub reports: Vec<LockedReport>,
    pub files: Vec<LockedFile>,
    pub subjects: Vec<LockedSubject>,
    pub releases: Vec<LockedRelease>,
    pub told: Vec<LockedTold>,
    /// Paths of all pages that were ever published.
    pub addresses: BTreeSet<String>,
}

/// An article and what it looked like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedArticle {
    pub id: Id,
    pub path: String,
    /// A sample of its wording, sorted: see [`super::identity`].
    pub sketch: Vec<u32>,
    pub title: String,
}

/// One report of an event and what it looked like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedReport {
    pub article: Id,
    pub event: Id,
    /// True for the report that gives the event its headline.
    pub lead: bool,
    pub print: Fingerprint,
    pub headline: String,
}

/// An event that an editor wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedFile {
    pub id: Id,
    pub path: String,
    pub headline: String,
}

/// An edition, a thread or a name, and by what it is known again: see [`super::subjects`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedSubject {
    pub id: Id,
    pub what: Subject,
    /// What its address is made of.
    pub key: String,
    /// `None` for a key that it had before.
    pub known: Option<Known>,
}

/// What a subject looked like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    pub title: String,
    /// The days of an edition, the events of a thread; empty for a name.
    pub clues: Vec<String>,
}

/// A release, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockedRelease {
    pub number: u32,
    pub day: NaiveDate,
}

/// What a release changed in how an event is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedTold {
    pub event: Id,
    pub release: u32,
    /// `None` where the event is not told from this release on.
    pub told: Option<Told>,
}

/// How an event is told to readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub date: Option<Edtf>,
    pub kind: String,
    pub headline: String,
    /// What an editor wrote; empty where nobody did.
    pub text: String,
    /// The last correction that readers were told of; empty before the first.
    pub correction: String,
}

impl Told {
    /// Returns it as it will be read from a lock again.
    pub(super) fn on_one_line(self) -> Self {
        let [headline, text, correction] = [self.headline, self.text, self.correction].map(|text| one_line(&text));
        Self { headline, text, correction, ..self }
    }
}

impl Lock {
    /// Reads the text of a lock. Fails with every line that is not right; an empty text is an empty lock.
    pub fn read(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut lines = text.lines().zip(1..).filter(|(line, _)| !line.is_empty());
        if let Some((head, number)) = lines.next() {
            check_head(head, number)?;
        }
        if let Some((_, number)) = lines.clone().find(|(line, _)| is_conflict_marker(line)) {
            return Err(vec![conflict(number)]);
        }
        let mut lock = Self::default();
        let mut faults = Vec::new();
        for (line, number) in lines {
            if lock.take(line).is_none() {
                faults.push(bad_line(number, "is not an entry of a lock"));
            }
        }
        if faults.is_empty() { Ok(lock) } else { Err(faults) }
    }

    /// Returns the text of the lock: sorted, each line once. The same entries always give the same text.
    pub fn print(&self) -> String {
        let articles = self.articles.iter().map(LockedArticle::line);
        let files = self.files.iter().map(LockedFile::line);
        let files = files.chain(self.subjects.iter().map(LockedSubject::line));
        let past = self.releases.iter().map(LockedRelease::line).chain(self.told.iter().map(LockedTold::line));
        let pages = self.addresses.iter().map(|path| format!("page\t{}", one_line(path)));
        let lines: BTreeSet<String> =
            articles.chain(self.reports.iter().map(LockedReport::line)).chain(files).chain(past).chain(pages).collect();
        let mut text = format!("{HEAD}\t{VERSION}\n");
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    /// Returns the headline last written for an event, or `None` where the lock never had it.
    pub fn headline(&self, event: &Id) -> Option<&str> {
        let of_event = self.reports.iter().filter(|report| report.event == *event);
        let reported = of_event.max_by_key(|report| report.lead).map(|report| report.headline.as_str());
        reported.or_else(|| self.files.iter().find(|file| file.id == *event).map(|file| file.headline.as_str()))
    }

    /// Makes one release of those that two branches made under one number, of the later day. Returns what to say.
    pub fn join_twins(&mut self) -> Vec<Diagnostic> {
        let mut days: BTreeMap<u32, BTreeSet<NaiveDate>> = BTreeMap::new();
        self.releases.iter().for_each(|release| _ = days.entry(release.number).or_default().insert(release.day));
        let last =
            |(number, days): (&u32, &BTreeSet<NaiveDate>)| Some(LockedRelease { number: *number, day: *days.last()? });
        self.releases = days.iter().filter_map(last).collect();
        days.iter().filter(|(_, days)| days.len() > 1).map(|(number, days)| twins(*number, days)).collect()
    }

    /// Whether any event ever had this id.
    pub fn knows(&self, event: &Id) -> bool {
        self.headline(event).is_some()
    }

    /// Adds one line; `None` where it is not an entry.
    fn take(&mut self, line: &str) -> Option<()> {
        match line.split('\t').collect::<Vec<_>>()[..] {
            [id, "article", sketch, path, ref title @ ..] if title.len() < 2 => {
                let sketch = sketch.split_terminator(' ').map(|n| u32::from_str_radix(n, 16).ok());
                let sketch = sketch.collect::<Option<_>>()?;
                let title = title.concat();
                self.articles.push(LockedArticle { id: Id::parse(id)?, path: path.into(), sketch, title });
            }
            [id, what @ ("edition" | "thread" | "who"), key, ref known @ ..] if matches!(known.len(), 0 | 2) => {
                let clues = |text: &str| text.split_terminator(' ').map(str::to_owned).collect();
                let known = known.split_first();
                let known = known.map(|(title, rest)| Known { title: (*title).into(), clues: clues(&rest.concat()) });
                let what = Subject::ALL.into_iter().find(|known| known.word() == what)?;
                self.subjects.push(LockedSubject { id: Id::parse(id)?, what, key: key.into(), known });
            }
            [id, "file", path, headline] => {
                self.files.push(LockedFile { id: Id::parse(id)?, path: path.into(), headline: headline.into() });
            }
            ["page", path] => {
                self.addresses.insert(path.to_owned());
            }
            ["release", number, day] => {
                self.releases.push(LockedRelease { number: number.parse().ok()?, day: day.parse().ok()? });
            }
            [id, "told", release] => {
                self.told.push(LockedTold { event: Id::parse(id)?, release: release.parse().ok()?, told: None });
            }
            [id, "told", release, date, kind, headline, text, correction] => {
                let [kind, headline, text, correction] = [kind, headline, text, correction].map(str::to_owned);
                let told = Some(Told { date: read_date(date)?, kind, headline, text, correction });
                self.told.push(LockedTold { event: Id::parse(id)?, release: release.parse().ok()?, told });
            }
            [article, "event", event, place @ ("lead" | "also"), date, words, names, headline] => {
                let (words, nth) = Fingerprint::read_words(words)?;
                let names = names.split_terminator(';').map(String::from).collect();
                self.reports.push(LockedReport {
                    article: Id::parse(article)?,
                    event: Id::parse(event)?,
                    lead: place == "lead",
                    print: Fingerprint { date: read_date(date)?, words, nth, names },
                    headline: headline.into(),
                });
            }
            _ => return None,
        }
        Some(())
    }
}

impl LockedArticle {
    fn line(&self) -> String {
        let sketch: Vec<String> = self.sketch.iter().map(|n| format!("{n:08x}")).collect();
        format!("{}\tarticle\t{}\t{}\t{}", self.id, sketch.join(" "), one_line(&self.path), one_line(&self.title))
    }
}

impl LockedSubject {
    fn line(&self) -> String {
        let line = format!("{}\t{}\t{}", self.id, self.what.word(), one_line(&self.key));
        match &self.known {
            Some(known) => format!("{line}\t{}\t{}", one_line(&known.title), known.clues.join(" ")),
            None => line,
        }
    }
}

impl LockedFile {
    fn line(&self) -> String {
        format!("{}\tfile\t{}\t{}", self.id, one_line(&self.path), one_line(&self.headline))
    }
}

impl LockedReport {
    fn line(&self) -> String {
        let place = if self.lead { "lead" } else { "also" };
        let date = spell_date(self.print.date);
        let names: Vec<String> = self.print.names.iter().map(|name| one_line(name).replace(';', ",")).collect();
        let (words, names) = (self.print.spell_words(), names.join(";"));
        format!(
            "{}\tevent\t{}\t{place}\t{date}\t{words}\t{names}\t{}",
            self.article,
            self.event,
            one_line(&self.headline)
        )
    }
}

impl LockedRelease {
    fn line(&self) -> String {
        format!("release\t{}\t{}", self.number, self.day)
    }
}

impl LockedTold {
    fn line(&self) -> String {
        let (id, release) = (&self.event, self.release);
        let Some(Told { date, kind, headline, text, correction }) = self.told.clone().map(Told::on_one_line) else {
            return format!("{id}\ttold\t{release}");
        };
        format!("{id}\ttold\t{release}\t{}\t{kind}\t{headline}\t{text}\t{correction}", spell_date(date))
    }
}

/// `-` stands for no date.
fn spell_date(date: Option<Edtf>) -> String {
    date.map_or("-".into(), |date| date.to_string())
}

/// The outer `None` is for what is no date.
fn read_date(text: &str) -> Option<Option<Edtf>> {
    if text == "-" { Some(None) } else { text.parse().ok().map(Some) }
}

/// A field may hold neither a tab nor the end of a line.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ")
}

fn check_head(head: &str, number: u32) -> Result<(), Vec<Diagnostic>> {
    if is_conflict_marker(head) {
        return Err(vec![conflict(number)]);
    }
    let version: Option<u32> =
        head.split_once('\t').filter(|(name, _)| *name == HEAD).and_then(|(_, version)| version.parse().ok());
    match version {
        Some(version) if version <= VERSION => Ok(()),
        Some(version) => Err(vec![
            Diagnostic::error(
                Code::LockNewer,
                format!("the lock has version {version}, this program reads up to {VERSION}"),
            )
            .at(LOCK_FILE, number, 1)
            .fix("use the newer version of newsbook that wrote it"),
        ]),
        None => Err(vec![bad_line(number, &format!("is not the first line of a lock, `{HEAD}` and a version"))]),
    }
}

/// A marker is seven of one character; a line of ours never begins so.
fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker))
}

fn conflict(number: u32) -> Diagnostic {
    Diagnostic::error(Code::LockConflict, "git could not merge the lock by itself")
        .at(LOCK_FILE, number, 1)
        .fix("keep the lines of both sides and delete only the marker lines; `newsbook.lock merge=union` in `.gitattributes` does so by itself")
}

fn twins(number: u32, days: &BTreeSet<NaiveDate>) -> Diagnostic {
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    let message = format!("release {number} was made in two branches, on {}; it is one now", days.join(" and "));
    let fix = "newsbook diff shows what it holds; newsbook build --release publishes what both branches brought";
    Diagnostic::warn(Code::TwinReleases, message).in_file(LOCK_FILE).fix(fix)
}

fn bad_line(number: u32, what: &str) -> Diagnostic {
    Diagnostic::error(Code::BadLock, format!("line {number} {what}"))
        .at(LOCK_FILE, number, 1)
        .fix("take the file from git again; a lock is not edited by hand")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Lock {
        let id = |text| Id::parse(text).unwrap();
        let print =
            Fingerprint::of("Two bridges opened in Aldvik.", "2025-03-03".parse().ok(), ["Aldvik", "Ada; Berg"]);
        Lock {
            files: vec![LockedFile { id: id("b2c4"), path: "content/events/a.md".into(), headline: "A vote".into() }],
            addresses: BTreeSet::from(["editions/2025-W49/index.html".to_owned()]),
            releases: vec![LockedRelease { number: 1, day: "2025-12-12".parse().unwrap() }],
            told: vec![
                LockedTold { event: id("k7q2"), release: 1, told: Some(told()) },
                LockedTold { event: id("k7q2"), release: 2, told: None },
            ],
            articles: vec![LockedArticle {
                id: id("b2c3"),
                path: "content/articles/a b.txt".into(),
                sketch: vec![1, 0xffff_ffff],
                title: "A \"bridge\"".into(),
            }],
            subjects: vec![
                LockedSubject { id: id("t3d4"), what: Subject::Thread, key: "will-it-open".into(), known: None },
                LockedSubject {
                    id: id("t3d4"),
                    what: Subject::Thread,
                    key: "will-it-close".into(),
                    known: Some(Known { title: "Will it close?".into(), clues: vec!["k7q2".into(), "b2c4".into()] }),
                },
            ],
            reports: vec![
                LockedReport {
                    article: id("b2c3"),
                    event: id("k7q2"),
                    lead: true,
                    print,
                    headline: "Two | bridges\topened".into(),
                },
                LockedReport {
                    article: id("b2c3"),
                    event: id("k7q2"),
                    lead: false,
                    print: Fingerprint { nth: 1, ..Fingerprint::default() },
                    headline: String::new(),
                },
            ],
        }
    }

    fn told() -> Told {
        let [kind, headline, text, correction] = ["plan", "A\tvote", "", "Not on the 2nd."].map(str::to_owned);
        Told { date: "2025-12".parse().ok(), kind, headline, text, correction }
    }

    #[test]
    fn what_is_printed_is_read_back() {
        let text = sample().print();
        let read = Lock::read(&text).unwrap();
        assert_eq!(read.print(), text);
        assert_eq!((&read.articles, &read.files), (&sample().articles, &sample().files));
        assert_eq!(read.subjects.len(), 2);
        assert!(sample().subjects.iter().all(|subject| read.subjects.contains(subject)));
        assert_eq!((&read.releases, read.told.len()), (&sample().releases, 2));
        assert_eq!(read.told[0].told, Some(told().on_one_line()));
        assert_eq!(read.headline(&Id::parse("k7q2").unwrap()), Some("Two | bridges opened"));
    }

    #[test]
    fn the_order_of_lines_and_repeats_do_not_matter() {
        let text = sample().print();
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        let turned = format!("{}\n{}\n", lines.join("\n"), lines[1]);
        assert_eq!(Lock::read(&turned).unwrap().print(), text);
    }

    #[test]
    fn a_lock_that_is_not_right_says_so() {
        let check = |text: &str, code: Code, line: u32| {
            let faults = Lock::read(text).unwrap_err();
            assert_eq!((faults[0].code, faults[0].place.as_ref().unwrap().at), (code, Some((line, 1))), "{text}");
            assert!(faults[0].fix.is_some());
        };
        check("newsbook.lock\t2\nwhatever\n", Code::LockNewer, 1);
        check("newsbook.lock\t1\n<<<<<<< ours\nb2c3\tarticle\t\ta\n=======\n>>>>>>> theirs\n", Code::LockConflict, 2);
        check("<<<<<<< ours\n", Code::LockConflict, 1);
        check("newsbook.lock\t1\n\nk7q2\n", Code::BadLock, 3);
        check("newsbook.lock\t1\nno\tarticle\t\tpath\n", Code::BadLock, 2);
        check("ids: []\n", Code::BadLock, 1);
        assert_eq!(Lock::read(""), Ok(Lock::default()));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(newsbook.lock\t1\n)?([a-z0-9]{4}\t(article|event)\t[0-9a-f +\t;-]{0,30}\n|\\PC{0,10}\n){0,4}") {
            if let Ok(lock) = Lock::read(&text) {
                let printed = lock.print();
                proptest::prop_assert_eq!(Lock::read(&printed).unwrap().print(), printed);
            }
        }
    }

    #[test]
    fn an_article_of_an_older_lock_has_no_title_yet() {
        let lock = Lock::read("newsbook.lock\t1\nb2c3\tarticle\t00000001\ta.txt\n").unwrap();
        assert_eq!((&*lock.articles[0].path, &*lock.articles[0].title), ("a.txt", ""));
    }

    #[test]
    fn releases_of_one_number_are_joined_and_said() {
        let text = "newsbook.lock\t1\nrelease\t1\t2025-12-05\nrelease\t2\t2025-12-12\nrelease\t2\t2025-12-13\n";
        let mut lock = Lock::read(text).unwrap();
        let said = lock.join_twins();
        assert_eq!(said.len(), 1);
        assert!(said[0].message.contains("on 2025-12-12 and 2025-12-13"), "{}", said[0].message);
        assert_eq!(
            lock.releases.iter().map(|release| release.day.to_string()).collect::<Vec<_>>(),
            ["2025-12-05", "2025-12-13"]
        );
        assert_eq!(Lock::read(&lock.print()).unwrap().join_twins(), []);
    }
}
