//! `manifest.json`: the proof of a build, and the list of the files that are ours to delete.
//!
//! It holds the version, and the SHA-256 of the config, of each input and of each output, sorted by path. It holds no
//! clock and no path of the machine, so the same files give the same manifest. It does not list itself.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::model::{InputFile, OutputFile};
use crate::text;

/// Where the manifest is written, inside the output folder.
pub const PATH: &str = "manifest.json";

/// Returns the manifest of a build: what it read (`config` apart, empty where there was none) and what it made.
pub fn manifest(config: &[u8], inputs: &[InputFile], outputs: &[OutputFile]) -> OutputFile {
    let manifest = Manifest {
        manifest: 1,
        newsbook: env!("CARGO_PKG_VERSION"),
        config: hash(config),
        inputs: inputs.iter().map(|file| (file.path.as_str(), hash(&file.bytes))).collect(),
        outputs: outputs.iter().map(|file| (file.path.as_str(), hash(&file.bytes))).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).expect("strings and numbers are always JSON");
    bytes.push(b'\n');
    OutputFile { path: PATH.to_owned(), bytes }
}

#[derive(Serialize)]
struct Manifest<'a> {
    /// Version of this layout.
    manifest: u32,
    newsbook: &'static str,
    config: String,
    inputs: BTreeMap<&'a str, String>,
    outputs: BTreeMap<&'a str, String>,
}

/// SHA-256 in lower-case hexadecimal.
fn hash(bytes: &[u8]) -> String {
    text::hexadecimal(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(path: &str) -> OutputFile {
        OutputFile { path: path.into(), bytes: b"abc".to_vec() }
    }

    #[test]
    fn lists_every_file_once_by_path_and_never_itself() {
        let input = InputFile { path: "content/articles/a.txt".into(), bytes: Vec::new() };
        let made = manifest(b"", &[input], &[output("index.html"), output("e/k7q2/index.html")]);
        let text = String::from_utf8(made.bytes).unwrap();
        insta::assert_snapshot!(text.replace(env!("CARGO_PKG_VERSION"), "VERSION"), @r#"
        {
          "manifest": 1,
          "newsbook": "VERSION",
          "config": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "inputs": {
            "content/articles/a.txt": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
          },
          "outputs": {
            "e/k7q2/index.html": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "index.html": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
          }
        }
        "#);
    }

    #[test]
    fn the_order_of_the_files_does_not_matter() {
        let (a, b) = (output("a"), output("b"));
        assert_eq!(manifest(b"", &[], &[a.clone(), b.clone()]), manifest(b"", &[], &[b, a]));
    }
}
