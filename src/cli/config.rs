//! `newsbook config`: the keys, their values and their meaning.

use std::fmt::Write as _;

use clap::{Args, Subcommand};

use super::report::{self, to_stderr, to_stdout, to_stdout_as_json};
use super::{Exit, Globals, project};
use crate::config::{self, KeyHelp};

/// Show, explain or describe the config
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook config show
  newsbook config explain themes
  newsbook config explain events.merge.threshold
  newsbook config schema > newsbook.schema.json")]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Print every key with the value in force
    Show,
    /// Explain a key and all below it; without a key, all
    Explain {
        /// The key with dots, such as editions.period
        key: Option<String>,
    },
    /// Print a JSON Schema, with which editors can help
    Schema,
}

pub(super) fn run(globals: &Globals, args: &ConfigArgs) -> Exit {
    match &args.what {
        What::Show => show(globals),
        What::Explain { key } => explain(globals, key.as_deref().unwrap_or_default()),
        What::Schema => {
            let schema = serde_json::to_string_pretty(&config::schema()).expect("a schema is JSON");
            to_stdout(&(schema + "\n"));
            Exit::Done
        }
    }
}

fn show(globals: &Globals) -> Exit {
    let (text, diagnostics) = match project::config_text(globals) {
        Ok(text) => (text.text.clone(), config::read(&text.path, &text.text).1),
        Err(diagnostic) => (String::new(), vec![diagnostic]),
    };
    report::print(globals, &diagnostics);
    let exit = Exit::after(&diagnostics, false);
    if exit != Exit::Done {
        return exit;
    }
    if globals.json {
        let value = |text: &str| serde_json::from_str(text).unwrap_or_default();
        let keys: serde_json::Map<String, serde_json::Value> =
            config::show(&text).iter().map(|(key, text)| (key.clone(), value(text))).collect();
        to_stdout_as_json(&serde_json::json!({ "version": 1, "command": "config", "ok": true, "keys": keys }));
    } else {
        let lines = config::show(&text).into_iter().map(|(key, value)| format!("{key}: {value}\n"));
        to_stdout(&lines.collect::<String>());
    }
    Exit::Done
}

fn explain(globals: &Globals, key: &str) -> Exit {
    let keys = match config::explain(key) {
        Ok(keys) => keys,
        Err(near) => {
            let near =
                near.map_or("`newsbook config explain` shows all".into(), |near| format!("did you mean `{near}`?"));
            to_stderr(&format!("error: there is no key `{key}`\n  fix: {near}\n"));
            return Exit::Usage;
        }
    };
    if globals.json {
        let keys: Vec<_> = keys.iter().map(as_json).collect();
        to_stdout_as_json(&serde_json::json!({ "version": 1, "command": "config", "ok": true, "keys": keys }));
    } else {
        to_stdout(&keys.iter().map(in_words).collect::<String>());
    }
    Exit::Done
}

fn as_json(key: &KeyHelp) -> serde_json::Value {
    let default: Option<serde_json::Value> = key.default.as_deref().and_then(|text| serde_json::from_str(text).ok());
    serde_json::json!({ "key": key.path, "about": key.about, "default": default, "choices": key.choices })
}

fn in_words(key: &KeyHelp) -> String {
    let mut text = key.path.clone();
    if !key.choices.is_empty() {
        let _ = write!(text, "  {}", key.choices.join(" | "));
    }
    if let Some(default) = &key.default {
        let _ = write!(text, "  [{default}]");
    }
    text + "\n    " + &key.about + "\n"
}
