// The explorer's log sources that the reader has, which the browser keeps, and what can be seen with them.
(() => {
  "use strict";
  const api = window.attackRelations, { explorer } = api;
  if (!explorer) return;
  const { recall, remember } = api.page;
  const { distinct } = explorer;
  const KEY = "log-sources";

  // ── What is ticked: a source on a platform. ────────────────────────────────────────────────

  const keyOf = ({ platform, source }) => `${platform}|${source}`;
  function remembered() {
    try {
      const kept = JSON.parse(recall(KEY));
      return Array.isArray(kept) ? kept : [];
    } catch { return []; }
  }
  let ticked = new Set(remembered());

  explorer.countTicked = () => ticked.size;
  explorer.hasTicked = () => ticked.size > 0;
  // A source that was kept without a platform is had on each.
  explorer.isTicked = (detection) => Boolean(detection.source)
    && (ticked.has(keyOf(detection)) || ticked.has(detection.source));
  explorer.tick = (detections) => {
    ticked = new Set(detections.map(keyOf));
    remember(KEY, ticked.size ? JSON.stringify([...ticked]) : "");
    return explorer.update();
  };

  // ── What they show. ────────────────────────────────────────────────────────────────────────

  // By platform and data component the sources that show it anywhere, each with its channels and for
  // how many techniques: what shows a component for one technique likely does for another.
  const sourcesOf = new Map();
  function countSources(channelsOf) {
    sourcesOf.clear();
    for (const [id, detections] of explorer.detections) {
      detections.forEach(({ platform, component, source }, at) => {
        if (!source) return;
        const key = `${platform}|${component}`;
        if (!sourcesOf.has(key)) sourcesOf.set(key, new Map());
        const sources = sourcesOf.get(key);
        if (!sources.has(source)) sources.set(source, new Map());
        const counts = sources.get(source);
        for (const channel of channelsOf[id]?.[at] ?? []) counts.set(channel, (counts.get(channel) ?? 0) + 1);
      });
    }
  }
  let channelsOf = null;
  explorer.loadPlaces = async () => {
    const [channels] = await Promise.all([explorer.loadChannels(), explorer.load()]);
    if (channelsOf !== channels) {
      channelsOf = channels;
      countSources(channels);
    }
  };
  const likelySources = ({ platform, component }) => {
    if (!sourcesOf.size) countSources({});
    return sourcesOf.get(`${platform}|${component}`) ?? new Map();
  };
  const first = (counts) => [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? "";

  // All that ATT&CK names, where to look.
  explorer.detectionPlaces = (index) => {
    const all = explorer.allDetections(index), own = channelsOf?.[explorer.technique(index).id] ?? [];
    return explorer.detectionsOf(index).map((detection) =>
      ({ ...detection, channels: own[all.indexOf(detection)] ?? [], isLikely: false }));
  };
  // The places where a technique can be seen, where to look: { platform, component, source, channels,
  // isLikely }. With sources ticked those of what is ticked, or, if ATT&CK names none of it there, what
  // shows the same data component for other techniques; of what is not ticked none.
  explorer.places = (index) => {
    const places = explorer.detectionPlaces(index);
    if (!ticked.size) return places;
    const had = places.filter(explorer.isTicked);
    if (had.length) return had;
    return places.flatMap(({ platform, component }) =>
      [...likelySources({ platform, component })].filter(([source]) => explorer.isTicked({ platform, source }))
        .map(([source, counts]) => ({ platform, component, source, channels: [first(counts)].filter(Boolean), isLikely: true })));
  };
  // With what is ticked neither seen nor likely.
  explorer.isUnseen = (index) => ticked.size > 0 && !explorer.places(index).length;
  explorer.countLikely = (indexes) =>
    indexes.filter((index) => explorer.places(index).some(({ isLikely }) => isLikely)).length;
  // What to say of a technique: its places, or, if it cannot be seen, where it could be.
  explorer.toldPlaces = (index) => explorer.isUnseen(index) ? explorer.detectionPlaces(index) : explorer.places(index);

  // ── The one place to name. ─────────────────────────────────────────────────────────────────

  const LONGEST = 40; // a longer channel is a sentence, for which a line has no room
  // By a part of the places of some techniques, how many show there.
  function countBy(placesOfEach, part) {
    const totals = new Map();
    for (const places of placesOfEach) {
      for (const name of distinct(places.map((place) => place[part]))) totals.set(name, (totals.get(name) ?? 0) + 1);
    }
    return (name) => totals.get(name) ?? 0;
  }
  const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  const isEvent = (channel) => channel.startsWith("EventCode") ? 1 : 0;
  // What ranks places: of the component that shows most of the listed, in the source that shows most, an
  // event that has a code.
  function makeOrder(placesOfEach) {
    const bySource = countBy(placesOfEach, "source"), byComponent = countBy(placesOfEach, "component");
    return (a, b) => (b.place.source !== "") - (a.place.source !== "")
      || byComponent(b.place.component) - byComponent(a.place.component)
      || bySource(b.place.source) - bySource(a.place.source) || compare(a.place.source, b.place.source)
      || isEvent(b.channel) - isEvent(a.channel) || compare(a.place.component, b.place.component)
      || compare(a.place.platform, b.place.platform) || compare(a.channel, b.channel);
  }
  // A function that finds the best place of a technique among some that are listed: { place, channel }, or
  // nothing.
  explorer.bestPlaces = (listed) => {
    const seen = makeOrder(listed.map(explorer.places)), unseen = makeOrder(listed.map(explorer.detectionPlaces));
    return (index) => explorer.toldPlaces(index).flatMap((place) =>
      (place.channels.length ? place.channels : [""]).map((channel) => ({ place, channel })))
      .sort(explorer.isUnseen(index) ? unseen : seen)[0];
  };
  // `likely: WinEventLog:Security EventCode=4688`; of a release without log sources the component alone.
  explorer.placeWords = ({ place: { source, component, isLikely }, channel }) => (isLikely ? "likely: " : "")
    + (source ? source + (channel && channel.length <= LONGEST ? " " + channel : "") : component);
})();
