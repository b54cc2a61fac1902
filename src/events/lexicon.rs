//! What an English word can be: its forms from the embedded table, its classes from the short lists below.
//!
//! No tagger is trained and nothing is guessed word by word here: the table says what a word *can* be, and `clause`
//! decides from its neighbours what it is. The lists hold the closed classes of English and the vocabulary of news
//! reports (who speaks, what is planned); a word may be in several.

use foldhash::{HashMap, HashMapExt};

use super::happening::{SORTS, Sort};
use super::key::key;

/// What one word can be. Empty for a word nobody listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    forms: u16,
    class: u64,
    /// The form it most often has in print: `v z d p g n a r`, or `x`.
    pub usual: u8,
    /// From 0 (rarest) to 9 ("the"); `None` for a word that is not in the table.
    pub band: Option<u8>,
    /// The kind of happening it names, if any.
    pub sort: Option<Sort>,
}

impl Word {
    #[inline]
    pub fn can(self, form: Form) -> bool {
        self.forms & form as u16 != 0
    }

    /// Whether the table does not say what forms it has, whatever lists it stands in.
    #[inline]
    pub fn is_formless(self) -> bool {
        self.forms == 0
    }

    #[inline]
    pub fn is(self, class: Class) -> bool {
        self.class & (1 << class as u64) != 0
    }

    #[inline]
    pub fn any(self, classes: &[Class]) -> bool {
        let wanted = classes.iter().fold(0, |all, class| all | 1 << *class as u64);
        self.class & wanted != 0
    }

    /// Whether it has a form of a verb.
    #[inline]
    pub fn could_be_verb(self) -> bool {
        [Form::Base, Form::Third, Form::Past, Form::Participle, Form::Gerund].into_iter().any(|form| self.can(form))
    }

    /// Whether it is most often a verb in one of its forms.
    pub fn usually_verb(self) -> bool {
        matches!(self.usual, b'v' | b'z' | b'd' | b'p' | b'g')
    }
}

/// The forms of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Form {
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Gerund = 16,
    Noun = 32,
    Adjective = 64,
    Adverb = 128,
}

/// The classes of the lists below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub(super) enum Class {
    Determiner,
    Preposition,
    /// Joins equals: and, but, or.
    Conjunction,
    /// Opens a subordinate clause: after, because, if.
    Subordinator,
    /// Who, which, that, where, when.
    Relative,
    Pronoun,
    /// A pronoun that can only be a subject: he, they, I.
    Subject,
    Modal,
    Be,
    Have,
    Do,
    Not,
    /// Degree and time adverbs that stand inside verb groups.
    Adverb,
    /// Saying as an act: said, told, announced.
    Saying,
    /// Opinions, feelings and knowledge that need no words: believes, hopes.
    Holding,
    /// Taking a side in public: endorsed, rejected, slammed.
    Stance,
    /// What a poll, a study or a record does: shows, finds.
    Showing,
    /// A party's word against others: alleged, claimed, accused.
    Claiming,
    /// Any form of a verb above, or of one by which a mind is known: seeking, discussing, to praise.
    Attitude,
    /// Adjectives and participles that tell what somebody thinks: worried, eager, skeptical.
    Outlook,
    /// Nouns for what somebody says or thinks, when they are somebody's: her view, the senator's criticism.
    Voiced,
    /// A verb or adjective whose infinitive lies ahead: plan, due, expected.
    Ahead,
    /// An infinitive that has happened: managed, began.
    Done,
    /// A title before a name, small or capital: president, general, mayor.
    Title,
    Weekday,
    Month,
    /// Endings and heads of organisations: ministry, staff, party.
    Body,
    /// Nouns that are said: statement, report, claim.
    SaidThing,
    /// Nouns that happen: meeting, attack, summit.
    Happening,
    /// Verbs of being, having and seeming: no event by themselves.
    State,
    Number,
    /// Nouns for people by trade or role: official, spokesman, analyst.
    Person,
    /// Words too common to say what a text is about.
    Stop,
    /// Words that may stand small inside a name.
    Particle,
    /// Words that make a name the name of a place.
    Ground,
    /// Sides of the compass, in the name of a place.
    Side,
    /// What acts under the name of a people, besides persons and bodies: forces, drones.
    Troop,
    /// Adjectives of regions and creeds, which name nobody by themselves.
    Region,
    /// What counts people or things and tells what it found: polls, studies.
    Count,
    /// What a name ends in that is a day, a text or a time: "Victory Day", "Secrets Act".
    Thing,
    /// What has a capital and names nobody: exclamations, feasts, sorts of people and documents, marks of a report.
    Nobody,
    /// What can begin or end a quotation.
    QuoteMark,
    /// What waits for the preposition behind it: in order to, in line with, according to.
    Link,
}

/// The table and the lists, in one map. Words are known by their [`key`]s: a look-up then reads one place of the map
/// and no letters of another word, which lie somewhere else in memory.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: HashMap<u64, Listed>,
    /// The base form of each verb form that has another.
    bases: HashMap<u64, &'static str>,
}

#[derive(Clone, Copy, Debug)]
struct Listed {
    spelling: &'static str,
    word: Word,
}

const TABLE: &str = include_str!("data/words.tsv");

impl Lexicon {
    pub fn new() -> Self {
        // What is too large is spread over more memory than stays near.
        let mut lexicon = Self { words: HashMap::with_capacity(28_000), bases: HashMap::with_capacity(7_000) };
        for (class, list) in LISTS {
            list.split_whitespace().for_each(|word| lexicon.entry(word).class |= 1 << *class as u64);
        }
        TABLE.lines().for_each(|line| lexicon.add_row(line));
        for (sort, list) in SORTS {
            list.split_whitespace().for_each(|word| lexicon.entry(word).sort = Some(*sort));
        }
        lexicon
    }

    fn entry(&mut self, spelling: &'static str) -> &mut Word {
        let new = Listed { spelling, word: Word::default() };
        &mut self.words.entry(key(spelling)).or_insert(new).word
    }

    fn add_row(&mut self, line: &'static str) {
        let mut fields = line.split('\t');
        let (Some(word), Some(code)) = (fields.next(), fields.next()) else { return };
        let mut entry = Word { usual: b'x', ..Word::default() };
        for byte in code.bytes() {
            match byte {
                b'V' => entry.forms |= Form::Base as u16,
                b'Z' => entry.forms |= Form::Third as u16,
                b'D' => entry.forms |= Form::Past as u16,
                b'P' => entry.forms |= Form::Participle as u16,
                b'G' => entry.forms |= Form::Gerund as u16,
                b'N' => entry.forms |= Form::Noun as u16,
                b'A' => entry.forms |= Form::Adjective as u16,
                b'R' => entry.forms |= Form::Adverb as u16,
                b'0'..=b'9' => entry.band = Some(byte - b'0'),
                _ => entry.usual = byte,
            }
        }
        let base = fields.next();
        let class = |word: &str| self.listed(word).map_or(0, |(_, listed)| listed.class);
        entry.class = class(word) | attitude(class(base.unwrap_or(word)));
        *self.entry(word) = entry;
        if let Some(base) = base {
            self.bases.insert(key(word), base);
        }
    }

    /// Returns a word as the lexicon spells it, and what it can be.
    pub fn listed(&self, folded: &str) -> Option<(&'static str, Word)> {
        self.known(key(folded))
    }

    /// Returns what [`Self::listed`] returns for the word of this [`key`].
    #[inline]
    pub fn known(&self, key: u64) -> Option<(&'static str, Word)> {
        self.words.get(&key).map(|listed| (listed.spelling, listed.word))
    }

    pub fn word(&self, folded: &str) -> Word {
        self.listed(folded).map_or_else(|| self.derived(folded), |(_, word)| word)
    }

    /// Returns what a word can be that is not listed, by the word it is made from.
    pub fn derived(&self, folded: &str) -> Word {
        // "Re-elected" is what "elected" is, "retook" what "took" is.
        let (verb, tail) = match folded.bytes().rposition(|byte| byte == b'-') {
            Some(hyphen) => (false, Some(&folded[hyphen + 1..])),
            None => (true, folded.strip_prefix("re")),
        };
        let word = tail.and_then(|tail| self.listed(tail)).filter(|(_, word)| !verb || word.usually_verb());
        word.map_or(Word::default(), |(_, word)| Word { class: 0, band: None, sort: None, ..word })
    }
}

impl Lexicon {
    /// Returns the base form of a verb ("struck" gives "strike"), or the word itself.
    pub fn base<'w>(&self, folded: &'w str) -> &'w str {
        self.bases.get(&key(folded)).copied().unwrap_or(folded)
    }
}

/// The class of every form of a verb whose base form is in one of the classes of voices.
fn attitude(base: u64) -> u64 {
    use Class::{Attitude, Claiming, Holding, Saying, Showing, Stance};
    let voices =
        [Attitude, Saying, Claiming, Holding, Stance, Showing].iter().fold(0, |all, class| all | 1 << *class as u64);
    if base & voices == 0 { 0 } else { 1 << Attitude as u64 }
}

/// Class by class, words separated by white space.
const LISTS: &[(Class, &str)] = &[
    (
        Class::Determiner,
        "the a an this that these those its his her their our my your some any no each every both all another several many few most more such",
    ),
    (
        Class::Preposition,
        "of in on at by for from with to into onto against over under about between among through during without within after before since until till amid towards toward near off despite across around behind beyond inside outside per via along like as than upon above below underneath beneath alongside throughout versus following including regarding",
    ),
    (Class::Conjunction, "and but or nor yet"),
    (
        Class::Subordinator,
        "after before because if although though while when whenever until till unless as since whereas once so whether lest",
    ),
    (Class::Relative, "who whom whose which that where when what how why"),
    (
        Class::Pronoun,
        "i you he she it we they him her them us me himself herself itself themselves one everyone everybody someone somebody nobody anyone others this these those there",
    ),
    (Class::Subject, "i he she we they"),
    (
        Class::Modal,
        "will would can could may might shall should must 'll 'd won't wouldn't can't cannot couldn't shouldn't",
    ),
    (Class::Be, "be am is are was were been being 's 're 'm isn't aren't wasn't weren't"),
    (Class::Have, "have has had having 've haven't hasn't hadn't"),
    (Class::Do, "do does did don't doesn't didn't"),
    (
        Class::Not,
        "not never n't no don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't won't wouldn't can't cannot couldn't shouldn't neither nor",
    ),
    (
        Class::Adverb,
        "not never also already still just only now then even ever yet soon later once often always largely reportedly allegedly apparently initially finally recently currently previously officially formally repeatedly immediately really very well so too again long likely probably possibly first since instead therefore however indeed actually simply openly firmly clearly originally eventually temporarily widely fully partly nearly almost quickly successfully unexpectedly personally publicly privately",
    ),
    (Class::Saying, SAYING),
    (Class::Attitude, ATTITUDE),
    (Class::Outlook, OUTLOOK),
    (Class::Voiced, VOICED),
    (
        Class::Holding,
        "believe believes believed think thinks thought hope hopes hoped fear fears feared expect expects expected want wants wanted worry worries worried know knows knew feel feels felt consider considers considered support supports supported oppose opposes opposed assume assumes assumed understand understands understood doubt doubts doubted estimate estimates estimated predict predicts predicted intend intends intended wish wishes wished agree agrees agreed disagree disagrees disagreed favor favors favored favour favours favoured remember remembers remembered anticipate anticipates anticipated",
    ),
    (Class::Stance, STANCE),
    (
        Class::Showing,
        "show shows showed shown find finds found conclude concludes concluded reveal reveals revealed suggest suggests suggested indicate indicates indicated document documents documented read reads",
    ),
    (
        Class::Claiming,
        "allege alleges alleged claim claims claimed accuse accuses accused blame blames blamed deny denies denied charge insist insists insisted maintain maintains maintained assert asserts asserted contend contends contended",
    ),
    (
        Class::Ahead,
        "consider considers considered considering weigh weighs weighing plan plans planned planning intend intends intended intending aim aims aimed want wants wanted hope hopes hoped hoping expect expects expected expecting due set scheduled slated poised ready about going likely unlikely supposed bound prepared preparing prepare prepares agree agrees agreed agreeing pledge pledges pledged pledging promise promises promised promising vow vows vowed vowing threaten threatens threatened threatening decide decides decided deciding seek seeks sought seeking ask asks asked asking order orders ordered ordering urge urges urged urging propose proposes proposed need needs needed refuse refuses refused refusing decline declines declined offer offers offered offering hoped plans proposal decision attempt bid effort efforts try tries tried trying able willing call calls called calling wish authorize authorized allow allows allowed require requires required force persuade persuaded invite invited tell told permit permitted demand demanded ordered opportunity chance deal intention pledge commitment",
    ),
    (
        Class::Done,
        "manage manages managed begin begins began begun start starts started fail fails failed continue continues continued happen happens happened come came seem seems seemed appear appears appeared prove proved tend used help helps helped forced led",
    ),
    (
        Class::Title,
        "president vice-president prime minister chancellor king queen prince princess pope bishop archbishop cardinal ayatollah sheikh sultan emir secretary general speaker governor mayor senator congressman congresswoman representative rep sen gov ambassador envoy commissioner chairman chairwoman chair chief director judge justice sheriff captain colonel lieutenant major admiral commander marshal sergeant officer inspector detective professor prof dr doctor mr mrs ms miss sir lord lady dame premier deputy spokesman spokeswoman spokesperson leader head ceo coach manager president-elect attorney prosecutor analyst economist spokesmen lawmaker candidate adviser advisor gen col lt sgt maj capt rev cpl pvt mp mep msp founder author comedian novelist presenter footballer rapper actor actress singer star republican democrat",
    ),
    (Class::Weekday, "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"),
    (
        Class::Month,
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec",
    ),
    (
        Class::Body,
        "ministry ministries department agency committee commission council court party union university bank company corporation corp inc ltd plc co group association federation foundation institute organization organisation office parliament senate congress assembly army navy force forces police staff bureau administration authority service services alliance league club team board fund house embassy church hospital school college newspaper times post news network television radio channel press journal association front movement brigade division command guard intelligence coalition cabinet tribunal government",
    ),
    (
        Class::SaidThing,
        "statement statements report reports claim claims announcement remarks remark comment comments speech interview letter tweet post message warning accusation accusations allegation allegations criticism estimate estimates forecast survey poll polls study studies survey surveys data figures record records statistics filing filings findings research video footage email emails testimony document documents memo announcement assertion argument reply response call calls demand pledge promise view views opinion belief suggestion",
    ),
    (
        Class::Happening,
        "meeting meetings talks summit visit attack attacks strike strikes raid raids explosion explosions blast bombing bombings shelling offensive battle battles war conflict election elections vote referendum protest protests rally trial hearing arrest arrests killing killings murder death deaths crash accident earthquake quake flood fire storm hurricane outbreak crisis negotiations discussions conversation conference session ceremony inauguration launch invasion withdrawal deal agreement ceasefire truce merger takeover acquisition resignation appointment trip tour march operation operations gathering game match tournament race concert festival",
    ),
    (
        Class::State,
        "be is are was were been being have has had seem seems seemed remain remains remained appear appears appeared contain contains contained include includes included consist belong belongs mean means meant depend depends need needs needed want wants wanted know knows knew believe believes believed like likes represent represents represented involve involves involved exist exists existed own owns owned resemble deserve cost costs lack lacks lacked",
    ),
    (
        Class::Number,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands millions",
    ),
    (
        Class::Person,
        "official officials spokesman spokeswoman spokesperson spokesmen minister ministers analyst analysts expert experts authorities authority witness witnesses police source sources resident residents leader leaders lawyer lawyers attorney prosecutor prosecutors officer officers doctor doctors economist economists critic critics reporter reporters aide aides adviser advisers diplomat diplomats commander commanders lawmaker lawmakers activist activists researcher researchers scientist scientists executive executives politician politicians observer observers investigator investigators neighbor neighbors relative relatives friend friends supporter supporters opponent opponents people man woman men women boy girl child children student students teacher teachers worker workers soldier soldiers voter voters candidate candidates judge governor mayor senator lawmakers company government agency campaign ministry department court army military newspaper magazine office team group party committee trader traders investor investors rep representative",
    ),
    (
        Class::Stop,
        "the a an and or but of in on at by for from with to into is are was were be been being has have had do does did will would can could may might shall should must not no it its he she they we you i his her their our your my this that these those there here as than then so if when while after before who which what whom whose where how why about over under up down out off again more most some any all each other such only own same too very also just said say says told tell new one two three first last year years day days week weeks month months time people mr mrs ms s t",
    ),
    (Class::Particle, "of de von van der den del della di da dos du la le bin ibn al el ul ben for"),
    (
        Class::Ground,
        "region oblast province district county city town village island islands peninsula airport street square river lake mountain valley sea bay beach avenue road highway park lane boulevard harbour harbor strait gulf",
    ),
    (Class::Side, "north south east west"),
    (Class::Troop, "forces troops drones missiles warplanes jets side fighters militants rebels navy ships tanks"),
    (
        Class::Region,
        "tory european western eastern northern southern african asian arab latin soviet nazi christian muslim islamic jewish catholic democratic republican democrats republicans",
    ),
    (Class::Thing, "day birthday act treaty convention war protection index outlook product thing accord accords"),
    (
        Class::Nobody,
        "god sorry today tomorrow yesterday tonight vice ok okay christmas easter ramadan brexit covid gentlemen ladies summit celsius fahrenheit aka photograph photo video update live article act bill tv et est edt gmt bst utc cet pst pdt mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    ),
    (Class::QuoteMark, "\" '"),
    (Class::Link, super::ending::LINKS),
    (Class::Count, "poll polls polling survey surveys study studies analysis estimates ranking census"),
];

/// Verbs that report somebody's words, in every form.
const SAYING: &str = "say says said saying tell tells told telling announce announces announced announcing state states stated stating add adds added adding report reports reported reporting warn warns warned warning explain explains explained explaining argue argues argued arguing note notes noted noting insist insists insisted insisting declare declares declared declaring confirm confirms confirmed confirming deny denies denied denying claim claims claimed claiming allege alleges alleged alleging suggest suggests suggested suggesting acknowledge acknowledges acknowledged acknowledging admit admits admitted admitting assert asserts asserted asserting emphasize emphasizes emphasized emphasise emphasised stress stresses stressed stressing indicate indicates indicated reveal reveals revealed revealing vow vows vowed pledge pledges pledged promise promises promised urge urges urged urging call calls called calling ask asks asked asking demand demands demanded demanding accuse accuses accused accusing blame blames blamed blaming criticize criticizes criticized criticise criticised condemn condemns condemned condemning denounce denounces denounced praise praises praised welcome welcomes welcomed tweet tweets tweeted write writes wrote writing reply replies replied respond responds responded contend contends contended maintain maintains maintained recall recalls recalled recount recounts recounted remark remarks remarked comment comments commented conclude concludes concluded concluding describe describes described describing dismiss dismisses dismissed reiterate reiterates reiterated repeat repeats repeated testify testifies testified threaten threatens threatened quote quotes quoted cite cites cited citing mention mentions mentioned complain complains complained caution cautions cautioned concede concedes conceded observe observes observed propose proposes proposed express expresses expressed convey conveys conveyed inform informs informed informing elaborate elaborates elaborated share shares shared question questions questioned speak speaks spoke speaking talk talks talked talking predict predicts predicted estimate estimates estimated joke jokes joked shout shouts shouted whisper scream lament laments lamented signal signals signaled";

/// Verbs by which somebody takes a side in public, in their finite forms; what only armies do ("attacked") is left out.
const STANCE: &str = "advocate advocates advocated applaud applauds applauded assail assails assailed assure assures assured back backs backed blast blasts blasted boast boasts boasted brand brands branded caution chant chants chanted characterize characterizes characterized characterise characterised counter counters countered cheer cheered credit credits credited decide decides decided decline declines declined decry decries decried deem deems deemed defend defends defended deride derides derided disclose discloses disclosed doubt dub dubbed echo echoes echoed email emailed encourage encourages encouraged endorse endorses endorsed envision envisions envisioned forecast forecasts hail hails hailed highlight highlights highlighted hint hints hinted imply implies implied joke label labels labeled labelled learn learned lecture lectured like mock mocks mocked object objects objected opine opines opined outline outlines outlined paint paints painted picture pictured plan plans planned plead pleads pleaded point points pointed portray portrays portrayed post posted prefer prefers preferred proclaim proclaims proclaimed project projects projected quip quips quipped rail railed react reacted realize realizes realized recognize recognizes recognized recommend recommends recommended refer refers referred refuse refuses refused regard regards regarded reject rejects rejected remind reminds reminded request requested retweet retweeted ridicule ridiculed see sees slam slams slammed summarize summarized tease teased thank thanks thanked tout touts touted underscore underscores underscored view views viewed voice voices voiced wonder wonders wondered yell yells yelled";

/// Base forms of verbs by which the mind of somebody is known, or the content of a text, though they report no words:
/// speech told by its subject, judging, wanting, knowing, moving others by words, deciding by words, showing.
const ATTITUDE: &str = "discuss debate mention address thank congratulate apologize apologise boast brag bash lambaste scold chide taunt insult shout yell plead beg appeal lobby publish issue detail list outline invoke reference answer release preach warn \
 admire respect trust distrust embrace attack resist challenge confront champion dislike hate love appreciate regret deplore depict judge rate rank assess value frame compare distance identify name \
 seek offer aim strive prefer push press insist vow commit determine resolve opt promote pursue focus vote continue \
 notice discover forget ignore suspect imagine guess suppose care sense realise recognise acknowledge \
 persuade convince invite advise remind \
 order appoint approve rule require prohibit authorize nominate ban allow permit veto \
 demonstrate reflect illustrate expose attribute classify signal detail deliver";

/// What somebody is, who thinks so.
const OUTLOOK: &str = "worried confident convinced skeptical sceptical aware eager hopeful concerned reluctant willing unwilling determined proud angry frustrated disappointed supportive critical optimistic pessimistic pleased satisfied furious outraged adamant wary unhappy upset unsure uncertain committed impressed quick keen alarmed dismayed";

/// What is somebody's, and said or thought.
const VOICED: &str = "view views criticism criticisms critique support opposition promise promises pledge pledges plan plans proposal proposals claim claims statement statements comment comments remark remarks attack attacks position positions stance belief hope hopes fear fears endorsement refusal argument arguments message call calls question questions warning warnings opinion allegation allegations accusation accusations advice demand demands rhetoric response assertion assertions suggestion suggestions praise testimony vow vows assessment admission prediction predictions estimate estimates insistence announcement desire commitment threat threats request requests tweet tweets concern concerns worries worry decision";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_words_have_one_key() {
        let lexicon = Lexicon::new();
        let rows = TABLE.lines().filter_map(|line| line.split('\t').next());
        let lists = LISTS.iter().map(|(_, list)| *list).chain(SORTS.iter().map(|(_, list)| *list));
        for word in rows.chain(lists.flat_map(str::split_whitespace)) {
            assert_eq!(lexicon.listed(word).map(|(spelling, _)| spelling), Some(word));
        }
    }
}
