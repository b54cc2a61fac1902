//! Pages as HTML: a view through its template.
//!
//! The output works from any folder: every address is relative to the page. There is no script, no inline style and no
//! request to another host, so the strictest Content-Security-Policy fits. Everything is escaped by the template
//! engine; no text of an article is ever marked as safe, but for the data block that [`jsonld`] has made so.

use serde::Serialize;
use tera::Context;

use super::{Drawn, Look, jsonld};
use crate::model::{Newsbook, OutputFile, Site};
use crate::pages::{Page, Target, View, marks};

/// What every template knows of its page, as `page`.
#[derive(Debug, Serialize)]
struct PageView<'a> {
    title: &'a str,
    /// The name of the view, `edition` or `day`.
    kind: &'static str,
    /// Path inside the output folder.
    path: &'a str,
    /// The entry of the navigation it stands under.
    section: String,
    /// One sentence for search engines and previews.
    description: Option<String>,
    /// Its address on the web, where the site's is known.
    canonical: Option<String>,
    /// Whether it has a list of its parts beside it.
    has_rail: bool,
    /// What it says as JSON-LD, for a data block: the one text that a template may mark as safe.
    json_ld: Option<String>,
}

/// Draws one page. Fails where a template (the user's, as ours are tested) is not right.
pub fn draw(book: &Newsbook, page: &Page<'_>, look: &Look) -> Drawn {
    let name = page.view.name();
    let mut context = Context::new();
    context.insert("page", &page_view(book, page));
    context.insert("root", &root(&book.site, page));
    context.insert("marks", &marks(book));
    context.insert(name, &page.view);
    let bytes = look.draw(&format!("{name}.html"), &context)?;
    Ok(vec![OutputFile { path: page.path.clone(), bytes }].into())
}

fn page_view<'a>(book: &Newsbook, page: &'a Page<'_>) -> PageView<'a> {
    PageView {
        title: &page.title,
        kind: page.view.name(),
        path: &page.path,
        section: page.view.section().address(),
        description: page.view.description(),
        canonical: canonical(&book.site, page),
        has_rail: matches!(page.view, View::Edition(_)),
        json_ld: jsonld::block(book, page),
    }
}

/// The way from the page to the top of the site: `../../`. A server shows the page for missing addresses at any depth,
/// so that one starts from the site's own path where it is known.
fn root(site: &Site, page: &Page<'_>) -> String {
    match (page.target, &site.base_url) {
        (Target::NotFound, Some(base)) => {
            let path = base.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
            path.unwrap_or("/").to_owned()
        }
        _ => "../".repeat(page.path.matches('/').count()),
    }
}

/// Returns the lasting address of a page; `None` for what has none, or where the site's own is not known. The latest edition is on two pages; its own one is the lasting address.
pub(super) fn canonical(site: &Site, page: &Page<'_>) -> Option<String> {
    let base = site.base_url.as_deref()?;
    let path = match &page.view {
        View::NotFound(_) | View::Gone(_) => return None,
        View::Edition(edition) => Target::Edition(edition.id).address(),
        _ => page.path.clone(),
    };
    Some(format!("{base}{}", path.strip_suffix("index.html").unwrap_or(&path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::InputFile;
    use crate::pages::{plan, sample};

    fn draw_all(book: &Newsbook, overrides: &[InputFile]) -> Result<Vec<(String, String)>, String> {
        let look = Look::load(overrides, &book.site).map_err(|faults| format!("{faults:?}"))?;
        let (pages, _) = plan(book);
        let mut files = Vec::new();
        for page in &pages {
            for file in draw(book, page, &look).map_err(|faults| format!("{faults:?}"))?.files {
                files.push((file.path, String::from_utf8(file.bytes).expect("UTF-8")));
            }
        }
        Ok(files)
    }

    #[test]
    fn every_template_draws_the_sample_and_the_empty_newsbook() {
        for book in [sample::newsbook(), sample::empty()] {
            let files = draw_all(&book, &[]).expect("our own templates are right");
            assert!(files.iter().all(|(_, html)| html.ends_with("</html>\n")));
        }
    }

    #[test]
    fn a_plan_that_was_reported_leads_to_its_report_on_every_page_that_tells_it() {
        let mut book = sample::newsbook();
        let [plan, report] = [3, 2];
        let day = book.events[plan].date.clone();
        book.today = "2026-01-01".parse().expect("a day");
        book.events[plan].editorial.thread = Some("geneva".into());
        book.events[report].date = day;
        let article = book.mentions[book.events[report].mentions[0].0].article;
        book.articles[article.0]
            .published
            .iter_mut()
            .for_each(|found| found.date = "2025-12-21".parse().expect("EDTF"));
        let files = draw_all(&book, &[]).expect("our own templates are right");
        let told = |path: &str| files.iter().any(|(own, html)| own.starts_with(path) && html.contains("class=\"out\""));
        for path in ["calendar/", "days/2025-12-20/", &format!("e/{}/", book.events[plan].id), "editions/", "themes/"] {
            assert!(told(path), "{path}");
        }
    }

    #[test]
    fn every_language_draws_every_page_in_its_direction() {
        for (language, head) in
            [("fr-CA", "lang=\"fr\" dir=\"ltr\""), ("uk", "lang=\"uk\""), ("ar", "lang=\"ar\" dir=\"rtl\"")]
        {
            let mut book = sample::newsbook();
            book.site.language = language.into();
            book.site.formats.extend(["search", "ics", "atom"]);
            for (path, html) in draw_all(&book, &[]).expect("our own templates are right") {
                assert!(html.contains(head), "{path}");
            }
        }
    }

    #[test]
    fn a_headline_says_its_language_where_it_is_not_that_of_the_site() {
        let files = draw_all(&sample::newsbook(), &[]).expect("drawn");
        let ukrainian = files.iter().filter(|(_, html)| html.contains("lang=\"uk\">Зустріч"));
        assert!(ukrainian.count() > 2);
        assert!(!files.iter().any(|(_, html)| html.contains("lang=\"en\">Envoys")));
    }

    #[test]
    fn text_of_an_article_never_becomes_markup() {
        for (path, html) in draw_all(&sample::newsbook(), &[]).expect("drawn") {
            let run = html.replace("<script type=\"application/ld+json\">", "");
            assert!(!run.contains("<script"), "{path}");
            assert!(!html.contains("javascript:"), "{path}");
            assert!(!html.contains("<Desk>"), "{path}");
            assert!(!html.contains(" style="), "{path}");
        }
    }

    #[test]
    fn every_address_on_a_page_is_a_file_and_an_anchor_that_exist() {
        let files = draw_all(&sample::newsbook(), &[]).expect("drawn");
        let find = |path: &str| files.iter().find(|(other, _)| other == path).map(|(_, html)| html);
        for (path, html) in &files {
            for href in html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()) {
                // What other writers write is theirs to test.
                if href.starts_with("https://")
                    || href.ends_with(".css")
                    || path == "404.html"
                    || [".md", ".xml", ".json", ".ics", ".csv"].iter().any(|ending| href.ends_with(ending))
                    || href.ends_with("print.html")
                {
                    continue;
                }
                let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
                let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
                let page = find(&target).unwrap_or_else(|| panic!("{path} links to {href}"));
                let id = format!("id=\"{anchor}\"");
                assert!(anchor.is_empty() || page.contains(&id), "{path} links to {href}");
            }
        }
    }

    fn resolve(from: &str, href: &str) -> String {
        let mut parts: Vec<&str> = from.split('/').collect();
        parts.pop();
        for part in href.split('/') {
            if part == ".." {
                parts.pop();
            } else {
                parts.push(part);
            }
        }
        parts.join("/")
    }

    #[test]
    fn an_unknown_variable_is_said_with_its_place_and_the_nearest_name() {
        let text = "<p>\n  {{ evnt.headline }}</p>";
        let file = InputFile { path: "templates/event.html".into(), bytes: text.into() };
        let book = sample::newsbook();
        let look = Look::load(&[file], &book.site).expect("it can be read");
        let (pages, _) = plan(&book);
        let page = pages.iter().find(|page| matches!(page.view, View::Event(_))).expect("an event");
        let faults = draw(&book, page, &look).expect_err("it does not exist");
        assert_eq!(faults[0].message, "no such variable `evnt`");
        assert_eq!(faults[0].place.as_ref().and_then(|place| place.at), Some((2, 6)));
        assert!(faults[0].fix.as_deref().is_some_and(|fix| fix.starts_with("did you mean `event`?")));
    }

    #[test]
    fn the_page_for_missing_addresses_starts_from_the_path_of_the_site() {
        let files = draw_all(&sample::newsbook(), &[]).expect("drawn");
        let (_, html) = files.iter().find(|(path, _)| path == "404.html").expect("the page");
        assert!(html.contains("href=\"/desk/assets/style.css\""));
    }
}
