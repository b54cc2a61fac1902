//! The reasons of the analysis, which speaks English, in the other languages: why a report is listed, what confidence is
//! made of, why reports are one event.
//!
//! A row for each reason, English first; `{}` is whatever stands there: a name, a number, words of an article. A reason
//! that is not here stays English, and a test of the sample desk says so.

use std::borrow::Cow;

use super::{Labels, fill};

/// English, French, Ukrainian.
const REASONS: &[[&str; 3]] = &[
    ["the report states the date", "l’article donne la date", "дату названо в повідомленні"],
    ["the date is worked out", "la date est déduite", "дату обчислено"],
    ["there is no date", "il n’y a pas de date", "дати немає"],
    ["nobody is named who says so", "personne n’est nommé comme source", "не названо, хто це каже"],
    ["only one side says so", "un seul camp le dit", "так каже лише одна сторона"],
    ["only one outlet tells it", "un seul organe le rapporte", "про це пише лише одне видання"],
    ["{} outlets tell it", "{} organes le rapportent", "видань, що про це пишуть: {}"],
    ["{} says so", "{} le dit", "так каже {}"],
    ["written by hand", "écrit à la main", "написано вручну"],
    ["{}: set by the editor", "{} : fixé par la rédaction", "{}: визначила редакція"],
    ["the article takes it up again", "l’article y revient", "стаття повертається до цього"],
    ["same date", "même date", "та сама дата"],
    ["dates that agree", "dates compatibles", "дати збігаються"],
    ["shared: {}", "en commun : {}", "спільне: {}"],
    ["similarity {}", "ressemblance {}", "подібність {}"],
    ["an editor joined them", "réunis par la rédaction", "об’єднала редакція"],
    [
        "listed: dated, with a verb and an actor or place",
        "retenu : daté, avec un verbe et un acteur ou un lieu",
        "внесено: є дата, дієслово і дійова особа чи місце",
    ],
    [
        "listed: it goes on with the happening before",
        "retenu : il poursuit le fait précédent",
        "внесено: продовжує попередню подію",
    ],
    ["not listed: no date", "non retenu : sans date", "не внесено: немає дати"],
    [
        "not listed: the writer tells of himself",
        "non retenu : l’auteur parle de lui-même",
        "не внесено: автор розповідає про себе",
    ],
    ["not listed: a question", "non retenu : une question", "не внесено: запитання"],
    ["not listed: no date of its own", "non retenu : sans date propre", "не внесено: немає власної дати"],
    ["not listed: no verb", "non retenu : sans verbe", "не внесено: немає дієслова"],
    ["not listed: no finite verb", "non retenu : sans verbe conjugué", "не внесено: немає особового дієслова"],
    ["not listed: a heading", "non retenu : un intertitre", "не внесено: підзаголовок"],
    ["not listed: it names nobody", "non retenu : il ne nomme personne", "не внесено: нікого не названо"],
    ["not listed: a state of affairs", "non retenu : un état de fait", "не внесено: стан речей"],
    [
        "not listed: a habit, not one happening",
        "non retenu : une habitude, non un fait",
        "не внесено: звичка, а не подія",
    ],
    ["not listed: it will not be", "non retenu : cela n’aura pas lieu", "не внесено: цього не буде"],
    [
        "not listed: what went on when something happened",
        "non retenu : ce qui se passait quand le fait est survenu",
        "не внесено: те, що тривало, коли сталася подія",
    ],
    ["not listed: it may never happen", "non retenu : cela peut ne jamais arriver", "не внесено: може й не статися"],
    ["not listed: background, since when", "non retenu : contexte, depuis quand", "не внесено: тло, відколи це триває"],
    [
        "not listed: background, long before the rest",
        "non retenu : contexte, bien avant le reste",
        "не внесено: тло, задовго до решти",
    ],
    [
        "not listed: neither an actor nor a place",
        "non retenu : ni acteur ni lieu",
        "не внесено: немає ні дійової особи, ні місця",
    ],
    [
        "not listed: it only tells who says so",
        "non retenu : il dit seulement qui parle",
        "не внесено: лише каже, хто це говорить",
    ],
    [
        "not listed: it tells what somebody thinks or wants",
        "non retenu : il dit ce que quelqu’un pense ou veut",
        "не внесено: каже, що хтось думає чи чого хоче",
    ],
    [
        "not listed: it only describes what stands before it",
        "non retenu : il décrit seulement ce qui précède",
        "не внесено: лише описує сказане перед цим",
    ],
    [
        "not listed: the article has more than {} happenings, and others are surer",
        "non retenu : l’article compte plus de {} faits, et d’autres sont plus sûrs",
        "не внесено: у статті понад {} подій, і інші надійніші",
    ],
    ["date: worked out from “{}”", "date : déduite de « {} »", "дата: обчислено з «{}»"],
    ["date: read from “{}”", "date : lue dans « {} »", "дата: прочитано з «{}»"],
    [
        "date: “{}”, counted back from the day of the sentence",
        "date : « {} », comptée à rebours depuis le jour de la phrase",
        "дата: «{}», відлічено назад від дня речення",
    ],
    [
        "date: “{}”, worked out from an event told before",
        "date : « {} », déduite d’un fait précédent",
        "дата: «{}», обчислено від попередньої події",
    ],
    [
        "date: “{}” takes up a happening dated before",
        "date : « {} » reprend un fait déjà daté",
        "дата: «{}» повертається до вже датованої події",
    ],
    [
        "date: “{}”, before what was told last",
        "date : « {} », avant ce qui vient d’être dit",
        "дата: «{}», до щойно сказаного",
    ],
    [
        "date: the same happening was dated before",
        "date : le même fait est daté plus haut",
        "дата: цю подію вже датовано вище",
    ],
    [
        "date: none in the text; the day of publication stands in",
        "date : absente du texte ; le jour de publication en tient lieu",
        "дата: у тексті немає; взято день публікації",
    ],
    [
        "date: that of the clause it hangs on",
        "date : celle de la proposition dont il dépend",
        "дата: як у реченні, від якого залежить",
    ],
    [
        "date: inherited from the sentences before",
        "date : reprise des phrases précédentes",
        "дата: з попередніх речень",
    ],
    [
        "date: inherited from another clause of the sentence",
        "date : reprise d’une autre proposition de la phrase",
        "дата: з іншої частини речення",
    ],
    [
        "date: inherited from what the article is about",
        "date : reprise du sujet de l’article",
        "дата: з того, про що стаття",
    ],
];

impl Labels {
    /// Returns a reason of the analysis in this language. `+1` or `-2` before it stays.
    pub fn reason<'r>(&self, english: &'r str) -> Cow<'r, str> {
        let column = match self.language {
            "fr" => 1,
            "uk" => 2,
            _ => return Cow::Borrowed(english),
        };
        let points = english.find(' ').filter(|_| english.starts_with(['+', '-'])).map_or(0, |space| space + 1);
        let (points, words) = english.split_at(points);
        let row = REASONS.iter().find_map(|row| Some((row[column], inside(row[0], words)?)));
        row.map_or(Cow::Borrowed(english), |(said, inside)| Cow::Owned(format!("{points}{}", fill(said, inside))))
    }

    /// Returns several reasons, as [`Labels::reason`] does.
    pub fn reasons<'r, T: AsRef<str> + 'r>(&self, english: impl IntoIterator<Item = &'r T>) -> Vec<Cow<'r, str>> {
        english.into_iter().map(|reason| self.reason(reason.as_ref())).collect()
    }
}

/// What stands in a text where the pattern has `{}`; `None` where the text is not of the pattern.
fn inside<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
    match pattern.split_once("{}") {
        Some((before, after)) => text.strip_prefix(before)?.strip_suffix(after),
        None => (pattern == text).then_some(""),
    }
}

#[cfg(test)]
mod tests {
    use super::super::labels;

    #[test]
    fn reasons_keep_their_points_and_names() {
        let check = |language: &str, english: &str, said: &str| assert_eq!(labels(language).reason(english), said);
        check("fr", "+1 the date is worked out", "+1 la date est déduite");
        check("fr", "+1 The air force says so", "+1 The air force le dit");
        check("fr", "+3 2 outlets tell it", "+3 2 organes le rapportent");
        check("uk", "date: worked out from “on 7 May”", "дата: обчислено з «on 7 May»");
        check("uk", "similarity 0.71", "подібність 0.71");
        check("uk", "something else", "something else");
        check("en-US", "+1 the date is worked out", "+1 the date is worked out");
    }
}
