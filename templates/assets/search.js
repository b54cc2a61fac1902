// Search on the reader's machine. The index stands beside the search page as scripts, because a page opened from a
// folder may load scripts and nothing else. The first one, base.js, says what every event is (day, themes, kind) and
// where its words are; the others hold words (tN.js) and the events themselves (dN.js) and are loaded when asked for.
"use strict";
(() => {
  const form = document.getElementById("search");
  const status = document.getElementById("status");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const PAGE = 20;
  const WORD = /[\p{Alphabetic}\p{N}]+/gu;

  // Loading: each script hands over what it holds under its own name.
  const arrived = new Map();
  const wanted = new Map();
  window.newsbook = (name, data) => arrived.set(name, data);
  const load = (name) => {
    if (!wanted.has(name)) {
      wanted.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${name}.js`;
        script.onload = () => done(arrived.get(name));
        script.onerror = () => { wanted.delete(name); failed(new Error(name)); };
        document.head.append(script);
      }));
    }
    return wanted.get(name);
  };

  // The same folding as the index was made with; base.fold lists the letters that lose their marks.
  let base, letters;
  const fold = (text) => {
    let out = "";
    for (const c of text.normalize("NFC").toLowerCase()) {
      if (/[\u0300-\u036f]/.test(c) && /[a-z]$/.test(out)) continue;
      out += letters.get(c) ?? c;
    }
    return out;
  };
  const words = (text) => fold(text).match(WORD) ?? [];

  const open = async () => {
    if (base) return;
    const data = await load("base");
    letters = new Map(data.fold.split(" ").map((pair) => [[...pair][0], [...pair].slice(1).join("")]));
    // What `days` says in runs ("from event 17 on, day 20430"), here as one number for each event.
    const last = new Int32Array(data.events);
    data.days.forEach(([event, day], n) => last.fill(day, event, data.days[n + 1]?.[0] ?? data.events));
    const first = Int32Array.from(last);
    data.spans.forEach(([event, day]) => { first[event] = day; });
    base = { ...data, first, last };
  };

  // Marks in `into` the events of a list: differences in base 36 with a space between them.
  const decode = (list, into) => {
    let event = 0, step = 0;
    for (let at = 0; at <= list.length; at++) {
      const c = list.charCodeAt(at);
      if (c > 47) {
        step = step * 36 + c - (c < 58 ? 48 : 87);
      } else {
        into[event += step] = 1;
        step = 0;
      }
    }
  };

  // Marks the events with a word that begins with `start`; one letter stands for itself only. Where such words fill
  // many files, one list has the events of them all: `ta*`.
  const fileOf = (word) => base.terms.findLastIndex((first) => first <= word);
  const wordsOf = async (file) => (file < 0 ? {} : load(`t${file}`));
  const mark = async (start, into) => {
    const exact = [...start.replace("@", "")].length < 2;
    const all = (await wordsOf(fileOf(`${start}*`)))[`${start}*`];
    if (all) return decode(all, into);
    for (let file = Math.max(fileOf(start), 0); file <= fileOf(exact ? start : `${start}\uffff`); file++) {
      const terms = await wordsOf(file);
      for (const term in terms) if (exact ? term === start : term.startsWith(start)) decode(terms[term], into);
    }
  };

  const chosen = (name) => [...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => +box.value);
  const day = (text) => (text ? Math.round(Date.parse(`${text}T00:00:00Z`) / 86400000) : null);

  // The numbers of all events that fit, the newest first, as the index has them.
  const matches = async (asked) => {
    const starts = [...new Set([...words(asked.q), ...words(asked.name).map((word) => `@${word}`)])];
    const sets = await Promise.all(starts.map(async (start) => {
      const set = new Uint8Array(base.events);
      await mark(start, set);
      return set;
    }));
    const [from, to] = [day(asked.from), day(asked.to)];
    const fits = (n) => {
      if (!sets.every((set) => set[n])) return false;
      if (from !== null && !(base.last[n] >= from)) return false;
      if (to !== null && (base.last[n] === base.never || base.first[n] > to)) return false;
      const theme = (column) => asked.theme.includes(column.charCodeAt(n) - base.zero);
      if (asked.theme.length && !theme(base.theme) && !theme(base.also)) return false;
      return !asked.kind.length || asked.kind.includes(base.kind.charCodeAt(n) - base.zero);
    };
    const all = [];
    for (let n = 0; n < base.events; n++) if (fits(n)) all.push(n);
    return all;
  };

  // Drawing: text only ever becomes text.
  const make = (tag, name, ...inside) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  };
  const marked = (text, starts) => {
    const parts = [];
    let at = 0;
    for (const hit of text.matchAll(WORD)) {
      const word = fold(hit[0]);
      if (!starts.some((start) => (start.length < 2 ? word === start : word.startsWith(start)))) continue;
      parts.push(text.slice(at, hit.index), make("mark", "", hit[0]));
      at = hit.index + hit[0].length;
    }
    return [...parts, text.slice(at)];
  };
  const sign = (n) => {
    const box = document.getElementById(`theme-${base.theme.charCodeAt(n) - base.zero}`);
    return box ? box.labels[0] : null;
  };
  const when = (date) => {
    if (!Array.isArray(date)) return make("p", "d soft", date);
    const [weekday, number, month, year] = date;
    return make("p", "d", `${weekday} `, make("b", "", number), ` ${month} `, make("span", "y", year));
  };
  const entry = (n, [id, date, headline, quote, names], starts) => {
    const label = sign(n);
    const kind = base.kinds[base.kind.charCodeAt(n) - base.zero];
    const title = marked(headline, starts);
    const link = make("a", "", ...title);
    link.href = `../e/${id}/index.html`;
    link.dir = "auto";
    const about = make("span", "meta", `${label ? label.textContent.trim() : base.other} · ${kind}`);
    const body = make("div", "", ...(label ? [label.querySelector("svg").cloneNode(true)] : []), link, about);
    // Words that only repeat the headline are shown where the hit is in them alone.
    const adds = title.length === 1 || quote.length > headline.length + 30;
    for (const text of [adds ? quote : "", names].filter(Boolean)) {
      const line = make("p", "because", ...marked(text, starts));
      line.dir = "auto";
      body.append(line);
    }
    return make("li", "ln", when(date), body);
  };

  let shown = [], starts = [], turn = 0;
  const show = async () => {
    const mine = turn;
    const next = shown.slice(found.children.length, found.children.length + PAGE);
    const blocks = await Promise.all(next.map((n) => load(`d${Math.floor(n / base.block)}`)));
    if (mine !== turn) return;
    found.append(...next.map((n, at) => entry(n, blocks[at][n % base.block], starts)));
    more.hidden = found.children.length >= shown.length;
  };

  const ask = () => ({
    q: form.q.value, name: form.name_.value, from: form.from.value, to: form.to.value,
    theme: chosen("theme"), kind: chosen("kind"),
  });
  const search = async () => {
    const mine = ++turn;
    try {
      await open();
      const asked = ask();
      const idle = !asked.q.trim() && !asked.name.trim() && !asked.from && !asked.to && !asked.theme.length && !asked.kind.length;
      const all = idle ? [] : await matches(asked);
      if (mine !== turn) return;
      [shown, starts] = [all, [...words(asked.q), ...words(asked.name)]];
      found.replaceChildren();
      await show();
      if (mine !== turn) return;
      status.textContent = idle ? "" : all.length ? form.dataset.found.replace("{}", all.length) : form.dataset.none;
    } catch {
      status.textContent = form.dataset.failed;
    }
  };

  // What was asked stands in the address, so that it can be sent on and found again with the back button.
  const restore = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === "checkbox") field.checked ||= field.value === value;
        else field.value = value;
      }
    }
  };
  let pause;
  form.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 120); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    try { history.replaceState(null, "", `?${asked}`); } catch { /* some browsers forbid it in a folder */ }
    search();
  });
  more.addEventListener("click", async () => {
    const at = found.children.length;
    await show();
    found.children[at]?.querySelector("a").focus();
  });
  form.hidden = false;
  restore();
  search();
})();
