//! The keys as documentation: a JSON Schema for editors, one key explained, and the values in force.
//!
//! Nothing is written by hand here. The comments and defaults of `keys` become a schema, and the words shown to the
//! user are read back from it.

use serde_json::Value;

use super::keys::Keys;
use crate::diag::nearest;
use crate::yaml::Source;

/// What is known of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHelp {
    /// With dots: `events.merge.threshold`; `themes[].id` inside a list.
    pub path: String,
    /// In the user's words; empty for a section that needs none.
    pub about: String,
    /// As JSON, where there is one.
    pub default: Option<String>,
    /// The words it may be, where only some may.
    pub choices: Vec<String>,
}

/// Returns the JSON Schema of `newsbook.yml`, for editors.
pub fn schema() -> Value {
    schemars::generate::SchemaSettings::draft07().into_generator().into_root_schema_for::<Keys>().to_value()
}

/// Explains a key and every key under it; an empty path explains all.
///
/// Fails with the nearest path there is, when one is near.
pub fn explain(path: &str) -> Result<Vec<KeyHelp>, Option<String>> {
    let wanted = path.replace("[]", "");
    let plain = |help: &KeyHelp| help.path.replace("[]", "");
    let all = all_keys();
    let below = format!("{wanted}.");
    let inside = |help: &&KeyHelp| wanted.is_empty() || plain(help) == wanted || plain(help).starts_with(&below);
    let found: Vec<_> = all.iter().filter(inside).cloned().collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let names: Vec<String> = all.iter().map(plain).collect();
    let last = |name: &str| name.rsplit('.').next() == Some(wanted.as_str());
    let by_last_part = names.iter().find(|name| last(name)).map(String::as_str);
    Err(by_last_part.or_else(|| nearest(&wanted, names.iter().map(String::as_str))).map(str::to_owned))
}

/// Returns every key with the value in force for a config text, as JSON, in the order of the reference.
pub fn show(text: &str) -> Vec<(String, String)> {
    let keys: Keys = Source::file(super::FILE, text).read().0.unwrap_or_default();
    let value = serde_json::to_value(keys).unwrap_or_default();
    let mut lines = Vec::new();
    flatten("", &value, &mut lines);
    lines
}

fn flatten(path: &str, value: &Value, lines: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(&path, value, lines);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (index, item) in items.iter().enumerate() {
                flatten(&format!("{path}[{index}]"), item, lines);
            }
        }
        _ => lines.push((path.to_owned(), value.to_string())),
    }
}

fn all_keys() -> Vec<KeyHelp> {
    let root = schema();
    let mut found = Vec::new();
    collect(&root, &root, "", &root["default"], &mut found);
    found
}

/// Walks a schema, following references, and notes each key.
fn collect(root: &Value, schema: &Value, path: &str, default: &Value, found: &mut Vec<KeyHelp>) {
    let Some(properties) = resolve(root, schema)["properties"].as_object() else { return };
    for (key, property) in properties {
        let list = !property["items"].is_null();
        let name = [path, key].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(".");
        let default = if property["default"].is_null() { &default[key] } else { &property["default"] };
        let inner = resolve(root, if list { &property["items"] } else { property });
        let section = inner["properties"].is_object();
        found.push(KeyHelp {
            path: if section && list { format!("{name}[]") } else { name.clone() },
            about: words(&property["description"]).or_else(|| words(&inner["description"])).unwrap_or_default(),
            default: (!section && !default.is_null()).then(|| default.to_string()),
            choices: choices(inner),
        });
        let below = if list { format!("{name}[]") } else { name };
        collect(root, inner, &below, default, found);
    }
}

/// Follows `$ref`, also where it stands alone in an `allOf` or beside null in an `anyOf`.
fn resolve<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let inner = ["allOf", "anyOf"].iter().find_map(|key| schema[key].get(0)).unwrap_or(schema);
    let name = inner["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    name.map_or(schema, |name| &root["definitions"][name])
}

fn words(description: &Value) -> Option<String> {
    description.as_str().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn choices(schema: &Value) -> Vec<String> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    let each = schema["oneOf"].as_array().into_iter().flatten();
    let each = each.flat_map(|one| one["enum"].as_array().into_iter().flatten().chain(one.get("const")));
    listed.chain(each).filter_map(|value| value.as_str().map(str::to_owned)).collect()
}
