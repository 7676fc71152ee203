// Search: what a text finds, by one plain scan of a small index that is loaded on first use.
(() => {
  "use strict";
  const api = window.attackRelations;

  // ── The index as entries. ──────────────────────────────────────────────────────────────────

  const kinds = {
    techniques: "technique", groups: "group", software: "software", campaigns: "campaign",
    tactics: "tactic", subsets: "subset", retired: "retired", reports: "report",
    components: "data component", sources: "log source"
  };
  const folders = { T: "techniques", G: "groups", S: "software", C: "campaigns" };

  // What is compared: letters and digits in lower case without accents, one blank between words.
  const normalized = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const slug = (text) => text.replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
  const initials = (name) => name.includes(" ")
    ? normalized(name).split(" ").map((word) => word.charAt(0)).join("") : "";
  const lines = (text) => text ? text.split("\n") : [];

  const number = api.unpackedNumber;
  function date(text) {
    const [year, ...rest] = [...text].map(number);
    return year === 0 ? "" : [1959 + year, ...rest.filter(Boolean)]
      .map((part) => String(part).padStart(2, "0")).join("-");
  }

  function makeEntry(kind, folder, id, name, title) {
    return {
      kind, id, code: id.toLowerCase(), title, url: `${folder}/${id}.html`,
      names: [normalized(name), normalized(title)], words: " " + normalized(title), also: [], aliases: [],
      initials: "", others: "", leads: "", says: "", weight: 0, host: "", published: "", origin: ""
    };
  }
  const spaced = (text) => text ? " " + normalized(text) : "";

  // Things with an id, which have a page each; a sub-technique's title begins with its parent's name.
  function objects(kind, columns) {
    const names = lines(columns.names), reports = lines(columns.reports), also = lines(columns.also);
    const leads = lines(columns.leads), says = lines(columns.says);
    const nameOf = {};
    return lines(columns.ids).map((id, row) => {
      const name = names[row] ?? "", parent = kind === "techniques" && nameOf[id.split(".")[0]];
      const folder = kind === "retired" ? folders[id.charAt(0)] : kind;
      const entry = makeEntry(kinds[kind], folder, id, name, parent ? `${parent}: ${name}` : name);
      nameOf[id] = name;
      entry.weight = +reports[row] || 0;
      entry.also = (also[row] ?? "").split("|").filter(Boolean);
      entry.aliases = entry.also.map(normalized);
      entry.others = entry.also.length ? " " + entry.aliases.join(" ") : "";
      entry.initials = initials(name);
      entry.leads = spaced(leads[row]);
      entry.says = spaced(says[row]);
      return entry;
    });
  }

  // Log sources and data components: rows of one page, whose anchors are made of their names; of two
  // equal anchors the second gets a number. `anchors` counts them.
  function sources(kind, columns, anchors) {
    return lines(columns.names).map((title, row) => {
      let id = slug(title);
      anchors[id] = (anchors[id] || 0) + 1;
      if (anchors[id] > 1) id += "-" + anchors[id];
      const entry = makeEntry(columns.kind || kinds[kind], "", id, title, title);
      entry.url = "sources.html#" + id;
      entry.isSource = true;
      entry.weight = -row / 1000;
      return entry;
    });
  }

  // Each host with the number of reports that follow on it.
  function hosts(text) {
    return lines(text).flatMap((run) => {
      const end = run.lastIndexOf(" ");
      return Array(+run.slice(end + 1)).fill(run.slice(0, end));
    });
  }
  // `~` and two characters in a slug stand for a part of the title's slug: where it begins, its length.
  function reports(columns) {
    const slugs = lines(columns.slugs), hostOf = hosts(columns.hosts);
    const origins = (columns.origins ?? "").split("\n");
    return lines(columns.titles).map((title, row) => {
      const own = slugs[row].replace(/~(.)(.)/, (match, from, size) =>
        slug(title).slice(number(from), number(from) + number(size)));
      const address = (slug(hostOf[row]).slice(0, 60) + own).slice(0, 60);
      const id = `${address}-${columns.hashes.slice(8 * row, 8 * row + 8)}`;
      const entry = makeEntry("report", "reports", id, title, title);
      entry.host = hostOf[row];
      entry.origin = origins[row] ?? "";
      entry.words += " " + normalized(entry.host + " " + entry.origin);
      entry.address = address;
      entry.published = date(columns.dates.slice(3 * row, 3 * row + 3));
      return entry;
    });
  }

  function unpacked(data) {
    const anchors = Object.create(null);
    const entries = Object.keys(kinds).filter((kind) => data[kind]).flatMap((kind) => {
      const columns = data[kind];
      if (kind === "reports") return reports(columns);
      return columns.kind ? sources(kind, columns, anchors) : objects(kind, columns);
    });
    return { entries, lists: api.mentionLists(data, entries.filter(({ kind }) => kind === "technique")) };
  }
  let loading = null;
  function index() {
    loading ??= api.load("search-index", "attackRelationsIndex").then(unpacked);
    loading.catch(() => { loading = null; });
    return loading;
  }

  // Promise of all reports in the order of their keys, which is that of the explorer's data.
  api.reports = async () => (await index()).entries.filter((entry) => entry.kind === "report");

  // ── The scan. ──────────────────────────────────────────────────────────────────────────────

  // A sub-technique's id with its three digits: `t1059.1` as `t1059.001`.
  const fullID = (id) => id.replace(/^(t\d{4})\.(\d{1,3})$/, (match, parent, sub) =>
    `${parent}.${sub.padStart(3, "0")}`);

  // What a text asks for: `T1059/001`, `t1059.1`, `1059.001`, an address on ATT&CK's own site, a
  // report's address, a name or words.
  function makeQuery(typed) {
    const text = typed.trim().replace(/^\d{4}([./]\d{1,3})?$/, "T$&");
    const id = /(?:^|[\s/])(t\d{4}(?:[./]\d{0,3})?|[gsc]\d{1,4}|ta\d{1,4})\/?$/i.exec(text);
    const code = id ? id[1].toLowerCase().replace("/", ".") : text.toLowerCase();
    const address = text.replace(/^(https?:\/\/web\.archive\.org\/web\/[0-9a-z_]*\/)?(https?:\/*)?(www\.)?/i, "")
      .replace(/#.*$/, "").replace(/\/+$/, "");
    return {
      text: normalized(typed), tokens: normalized(typed).split(" ").filter(Boolean), code,
      exact: fullID(code), address: /[./]/.test(address) ? slug(address).slice(0, 60) : ""
    };
  }
  const beginWords = (words, tokens) => tokens.every((token) => words.includes(" " + token));

  const allWords = ({ words, others, leads, says }) => words + others + leads + says;

  // Many are named after what they do: the technique that is described so goes first.
  const actors = new Set(["group", "software", "campaign"]);

  // 0 is the id itself, 10 a part of a title, -1 nothing; reports come after all that has a name.
  function rank(entry, query) {
    const { text, tokens } = query;
    if (entry.code === query.exact && !entry.isSource) return 0;
    if (entry.kind === "report") return rankReport(entry, query);
    if (entry.isSource) return rankSource(entry, query);
    if (entry.names.includes(text) || entry.aliases.includes(text)) return 1;
    if (entry.initials === text) return 2;
    if (entry.code.startsWith(query.code)) return 3;
    if (entry.names.some((name) => name.startsWith(text))) return 4;
    if (beginWords(entry.words, tokens)) return actors.has(entry.kind) ? 6.6 : 5;
    if (beginWords(entry.leads, tokens)) return 6;
    if (beginWords(entry.others, tokens)) return 7;
    if (beginWords(allWords(entry), tokens)) return 8;
    return (entry.words + entry.others).includes(text) ? 10 : -1;
  }
  function rankReport(entry, query) {
    if (query.address && entry.address === query.address) return 1;
    if (entry.names.includes(query.text)) return 8;
    if (beginWords(entry.words, query.tokens)) return 9;
    return entry.words.includes(query.text) ? 10 : -1;
  }
  function rankSource(entry, query) {
    if (entry.names.includes(query.text)) return 1;
    if (beginWords(entry.words, query.tokens)) return 7;
    return entry.words.includes(query.text) ? 10 : -1;
  }

  // Why an entry was found, where its title does not show it.
  function reason(entry, rank, query) {
    if (entry.kind === "report" || entry.isSource) return "";
    const alias = entry.also.find((name, at) =>
      entry.aliases[at] === query.text || beginWords(" " + entry.aliases[at], query.tokens));
    if (alias && (rank === 1 || rank >= 7) && !entry.names.includes(query.text)) return alias;
    const words = query.tokens.filter((token) => !entry.words.includes(token)).join(" ");
    return rank === 6 || rank === 8 ? "named with " + words : "";
  }

  // What an entry is found by, or nothing: its names first, then what mentions the words.
  function hitOf(entry, query, mention) {
    const found = rank(entry, query), own = found < 0 ? null : { entry, rank: found, why: reason(entry, found, query) };
    if (entry.kind !== "technique" || own && found < 8) return own;
    const mentioned = mention(entry, allWords(entry));
    return mentioned && !(own && found < mentioned.rank) ? { entry, ...mentioned } : own;
  }

  // How many letters a text is from the nearest beginning of a name: wrong, missing, superfluous, or
  // two of them swapped (Damerau 1964, Levenshtein 1966).
  function distance(text, name) {
    let before = [], row = [...Array(name.length + 1).keys()];
    for (let letter = 1; letter <= text.length; letter += 1) {
      const next = [letter];
      for (let at = 1; at <= name.length; at += 1) {
        const isSame = text[letter - 1] === name[at - 1];
        const isSwapped = at > 1 && letter > 1
          && text[letter - 1] === name[at - 2] && text[letter - 2] === name[at - 1];
        next.push(Math.min(row[at - 1] + (isSame ? 0 : 1), row[at] + 1, next[at - 1] + 1,
          isSwapped ? before[at - 2] + 1 : Infinity));
      }
      before = row;
      row = next;
    }
    return Math.min(...row);
  }
  // What is called nearly so: all names but a letter or two. One letter in a long name is a surer hit
  // than a report with such words.
  function nearHits(entries, query) {
    const { text } = query, most = text.length < 5 ? 0 : text.length < 9 ? 1 : 2;
    if (!most) return [];
    return entries.filter((entry) => entry.kind !== "report" && !entry.isSource).map((entry) => {
      const letters = Math.min(...[...entry.names, ...entry.aliases].map((name) => distance(text, name)));
      const rank = letters === 1 && text.length > 6 ? 8.5 : 10 + letters;
      return { entry, why: `nearly “${text}”`, letters, rank };
    }).filter((hit) => hit.letters <= most);
  }

  // The ids in any text, each once: T1059, t1059/001, T1059.1 as T1059.001.
  api.ids = (text) => {
    const found = new Set();
    text = text.replace(api.ownForm, (id) => found.add(id) && "");
    for (const match of text.matchAll(/(^|[^A-Za-z0-9])[Tt]([0-9]{4})(?:[./]([0-9]{1,3}))?(?![0-9])/g)) {
      found.add(`T${match[2]}${match[3] ? "." + match[3].padStart(3, "0") : ""}`);
    }
    return [...found];
  };

  const order = Object.values(kinds);
  const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  function compareHits(a, b) {
    const one = a.entry, other = b.entry;
    return a.rank - b.rank
      || (one.kind === "retired") - (other.kind === "retired")
      || other.weight - one.weight
      || order.indexOf(one.kind) - order.indexOf(other.kind)
      || compare(other.published, one.published)
      || compare(one.id, other.id);
  }

  // Promise of hits, the best first, of entries that `fits`: the entry, and why it was found. If no name fits,
  // what is called nearly so; `isSure` leaves out that and what only mentions a word.
  api.find = async (text, fits, { isSure = false } = {}) => {
    const all = await index(), query = makeQuery(text);
    if (!query.text) return [];
    const entries = fits ? all.entries.filter(fits) : all.entries;
    const mention = isSure ? () => null : api.mentions(query.tokens, all.lists);
    const hits = entries.map((entry) => hitOf(entry, query, mention)).filter(Boolean);
    if (!isSure && !hits.some((hit) => hit.rank < 9 && hit.entry.kind !== "report")) {
      const known = new Set(hits.map((hit) => hit.entry));
      hits.push(...nearHits(entries, query).filter((hit) => !known.has(hit.entry)));
    }
    return hits.sort(compareHits);
  };

  // Promise of the technique of each id, live or retired; of one that is unknown null.
  api.techniques = async (ids) => {
    const hits = await Promise.all(ids.map((id) => api.find(id, api.isTechnique, { isSure: true })));
    return hits.map(([hit], at) => hit?.entry.id === ids[at] ? hit.entry : null);
  };

  api.search = async (text) => (await api.find(String(text))).map(({ entry }) =>
    ({ url: entry.url, kind: entry.kind, id: entry.id, title: entry.title }));
})();
