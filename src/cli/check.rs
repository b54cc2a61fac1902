//! `newsbook check`: what to look at before publishing.

use std::collections::BTreeMap;

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;

use super::report::{self, Told, counted, to_stdout, to_stdout_as_json};
use super::{Exit, Globals, project};
use crate::checks::{RULES, Rule};
use crate::config::Severity;
use crate::diag::Diagnostic;
use crate::pipeline;

/// Look for what should not be published
///
/// Builds the newsbook in memory, writes nothing, and runs every rule that the config does not ignore.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook check
  newsbook check --strict --only undated_article
  newsbook check --list-rules")]
pub(super) struct CheckArgs {
    /// Treat every warning as an error
    #[arg(long)]
    strict: bool,

    /// Run this rule only; may be given more than once
    #[arg(long, value_name = "RULE", value_parser = PossibleValuesParser::new(RULES.iter().map(|rule| rule.name)), hide_possible_values = true)]
    only: Vec<String>,

    /// List the rules with their level, what they find and how to mend it
    #[arg(long)]
    list_rules: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    counts: BTreeMap<&'a str, usize>,
    diagnostics: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Listed {
    name: &'static str,
    level: &'static str,
    finds: &'static str,
    fix: &'static str,
}

#[derive(Serialize)]
struct Rules {
    version: u32,
    command: &'static str,
    ok: bool,
    rules: Vec<Listed>,
}

/// A message and the rule it comes from; other messages of a build come from none.
type Found = (Option<&'static str>, Diagnostic);

pub(super) fn run(globals: &Globals, args: &CheckArgs) -> Exit {
    if args.list_rules {
        return list_rules(globals);
    }
    let (project, opened) = project::open(globals, None);
    let mut found: Vec<Found> = opened.into_iter().map(|diagnostic| (None, diagnostic)).collect();
    if let Some(mut project) = project {
        project.config.site.drafts = true;
        let outcome = pipeline::build(&project.config, &project.inputs, project.today);
        let checks = pipeline::checks(&project.config, &outcome.newsbook);
        let others = outcome.diagnostics.into_iter().filter(|told| !checks.iter().any(|(_, found)| found == told));
        found.extend(others.map(|told| (Rule::of(told.code), told)));
        let links = pipeline::check_links(&project.config, &outcome.files);
        found.extend(links.into_iter().map(|told| (Rule::of(told.code), told)));
        found.extend(checks.into_iter().map(|(rule, found)| (Some(rule), found)));
    }
    if !args.only.is_empty() {
        found.retain(|(rule, _)| rule.is_some_and(|rule| args.only.iter().any(|only| only == rule)));
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (rule, _) in &found {
        *counts.entry(rule.unwrap_or("build")).or_default() += 1;
    }
    let diagnostics: Vec<Diagnostic> = found.iter().map(|(_, found)| found.clone()).collect();
    let exit = Exit::after(&diagnostics, args.strict);
    report::print(globals, &diagnostics);
    if globals.json {
        let diagnostics = diagnostics.iter().map(Told::from).collect();
        to_stdout_as_json(&Answer { version: 1, command: "check", ok: exit == Exit::Done, counts, diagnostics });
    } else if !globals.quiet {
        to_stdout(&summary(&counts));
    }
    exit
}

fn summary(counts: &BTreeMap<&str, usize>) -> String {
    if counts.is_empty() {
        return "Checked   nothing to look at\n".into();
    }
    let all = counted(counts.values().sum(), "thing");
    let line = |(rule, number): (&&str, &usize)| format!("          {number:>4}  {rule}\n");
    format!("Checked   {all} to look at\n{}", counts.iter().map(line).collect::<String>())
}

fn list_rules(globals: &Globals) -> Exit {
    let config = match project::configured(globals) {
        Ok((config, ..)) => config,
        Err(diagnostic) => {
            report::print(globals, std::slice::from_ref(&diagnostic));
            return Exit::after(&[diagnostic], false);
        }
    };
    let level = |name: &str| match config.checks.get(name) {
        Some(Severity::Error) => "error",
        Some(Severity::Warn) => "warn",
        Some(Severity::Ignore) | None => "ignore",
    };
    let rules =
        RULES.iter().map(|rule| Listed { name: rule.name, level: level(rule.name), finds: rule.finds, fix: rule.fix });
    let rules: Vec<Listed> = rules.collect();
    if globals.json {
        to_stdout_as_json(&Rules { version: 1, command: "check", ok: true, rules });
    } else {
        let line =
            |rule: &Listed| format!("{:<25}{:<8}{}\n{:<33}fix: {}\n", rule.name, rule.level, rule.finds, "", rule.fix);
        to_stdout(&rules.iter().map(line).collect::<String>());
    }
    Exit::Done
}
