//! The first words of the patterns of themes, letter by letter: most words of a text are passed over after two or three.

/// A trie over the bytes of words. Each node has a row of a table that tells where a byte leads; to search the children of
/// a node took a tenth of the time that is spent on an article, if a config has some thousand patterns.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// By byte: its column in a row; a byte that no word has is in column 0, which leads nowhere.
    columns: Vec<u8>,
    /// Columns of a row.
    width: usize,
    /// A row for each node: the nodes that bytes lead to. The root is node 0, and as nothing leads there, 0 is nowhere.
    next: Vec<u32>,
    /// By node: whether a word ends there.
    ends: Vec<bool>,
    nodes: Vec<Node>,
}

/// The words that end at a node, by their number.
#[derive(Clone, Debug, Default)]
struct Node {
    whole: Vec<u32>,
    prefix: Vec<u32>,
}

impl Trie {
    /// Returns the trie of words, each with whether it stands for whatever begins so. A word is known by its place.
    pub fn new(words: &[(String, bool)]) -> Self {
        let mut columns = vec![0; 256];
        let mut width = 1;
        for byte in words.iter().flat_map(|(word, _)| word.bytes()) {
            let column = &mut columns[usize::from(byte)];
            if *column == 0 {
                // There are fewer than 256 bytes in UTF-8, so that a column is a byte too.
                *column = width as u8;
                width += 1;
            }
        }
        let mut trie = Self { columns, width, next: vec![0; width], ends: vec![false], nodes: vec![Node::default()] };
        for (at, (word, is_prefix)) in words.iter().enumerate() {
            let node = trie.node(word);
            trie.ends[node] = true;
            let node = &mut trie.nodes[node];
            if *is_prefix { &mut node.prefix } else { &mut node.whole }.push(at as u32);
        }
        trie
    }

    /// The node of a word, which is made if there is none.
    fn node(&mut self, word: &str) -> usize {
        let mut at = 0;
        for byte in word.bytes() {
            let edge = at * self.width + usize::from(self.columns[usize::from(byte)]);
            if self.next[edge] == 0 {
                self.next[edge] = self.nodes.len() as u32;
                self.next.resize(self.next.len() + self.width, 0);
                self.ends.push(false);
                self.nodes.push(Node::default());
            }
            at = self.next[edge] as usize;
        }
        at
    }

    /// Calls `found` with each word that `word` is or begins with, the shortest first.
    pub fn words_of(&self, word: &str, mut found: impl FnMut(u32)) {
        let mut at = 0;
        for (place, byte) in word.bytes().enumerate() {
            at = self.next[at * self.width + usize::from(self.columns[usize::from(byte)])] as usize;
            if at == 0 {
                return;
            }
            if self.ends[at] {
                let Node { whole, prefix } = &self.nodes[at];
                let whole = if place + 1 == word.len() { whole.as_slice() } else { &[] };
                prefix.iter().chain(whole).copied().for_each(&mut found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &[(&str, bool)], word: &str) -> Vec<u32> {
        let words: Vec<(String, bool)> =
            words.iter().map(|(word, is_prefix)| ((*word).to_owned(), *is_prefix)).collect();
        let mut found = Vec::new();
        Trie::new(&words).words_of(word, |at| found.push(at));
        found
    }

    #[test]
    fn words_and_what_they_begin_with() {
        let words = [("dam", false), ("dam", true), ("da", true), ("dame", false), ("плот", true)];
        let check = |word: &str, expected: &[u32]| assert_eq!(found(&words, word), expected, "{word}");
        check("dam", &[2, 1, 0]);
        check("dams", &[2, 1]);
        check("dame", &[2, 1, 3]);
        check("dxm", &[]);
        check("плотина", &[4]);
        check("", &[]);
        assert!(found(&[], "dam").is_empty());
    }
}
