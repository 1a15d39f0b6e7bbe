// The list taken along, and what became of the visits.
import { here, metres } from "./place.js";
import { element, moment, word } from "./words.js";
import { REFUSED, SENT } from "./visits.js";

const asked = { q: "", by: "due", from: null };

const distance = (far) => (far < 1000 ? word("metres", Math.round(far)) : word("kilometres", (far / 1000).toFixed(1)));

const link = (hash, text) => element("a", { href: "#" + hash, textContent: text, className: "title" });

function stop(one, own) {
  const far = metres(asked.from, one.point);
  const facts = [one.register, [one.region, one.place].filter(Boolean).join(" "), one.keeper]
    .filter(Boolean)
    .map((text) => element("span", { textContent: text }));
  if (Number.isFinite(far)) {
    facts.push(element("span", { textContent: distance(far) }));
  }
  return element(
    "li",
    {},
    element("div", { className: "when" }, element("span", { className: "light " + one.light, textContent: one.due })),
    element(
      "div",
      { className: "what" },
      link("stop/" + one.number, one.title),
      own ? element("span", { className: "tag", textContent: word("noted") }) : null,
      element("div", { className: "facts" }, ...facts),
    ),
  );
}

function group(title, stops, unsent) {
  return stops.length === 0
    ? null
    : element(
        "section",
        {},
        element("h2", { textContent: word("group", title, stops.length) }),
        element(
          "ul",
          { className: "orders" },
          ...stops.map((one) => stop(one, unsent.some((visit) => visit.number === one.number))),
        ),
      );
}

/** In groups: what is late and what is due, each place by itself, or one list by distance. */
function groups(stops, now) {
  if (asked.by === "place") {
    const regions = [...new Set(stops.map((one) => one.region))];
    return regions.map((region) => [region, stops.filter((one) => one.region === region)]);
  }
  if (asked.by === "distance" && asked.from) {
    const near = [...stops].sort((one, other) => metres(asked.from, one.point) - metres(asked.from, other.point));
    return [[word("by-distance"), near]];
  }
  return [
    [word("overdue"), stops.filter((one) => Date.parse(one.dueAt) < now)],
    [word("due"), stops.filter((one) => Date.parse(one.dueAt) >= now)],
  ];
}

export function list(box, pack, unsent) {
  const found = pack.stops.filter((one) =>
    [one.title, one.number, one.register, one.keeper, one.region, one.place, ...one.facts.map((fact) => fact.value)]
      .join(" ")
      .toLowerCase()
      .includes(asked.q.trim().toLowerCase()),
  );
  const shown = groups(found, Date.now())
    .map(([title, stops]) => group(title, stops, unsent))
    .filter(Boolean);
  box.replaceChildren(
    ...(shown.length > 0
      ? shown
      : [element("p", { className: "empty", textContent: word(asked.q ? "none-found" : "nothing-due") })]),
  );
}

/** The search and the order of the list, which stay while somebody looks at a stop and comes back. */
export function tools(box, redraw) {
  const search = box.querySelector("[name=q]");
  const by = box.querySelector("[name=by]");
  search.value = asked.q;
  by.value = asked.by;
  search.addEventListener("input", () => {
    asked.q = search.value;
    redraw();
  });
  by.addEventListener("change", async () => {
    asked.by = by.value;
    if (asked.by === "distance") {
      asked.from = (await here())?.point ?? null;
      box.querySelector("[role=status]").textContent = asked.from ? "" : word("no-position");
    }
    redraw();
  });
}

function visit(one) {
  const said = element("div", { className: "facts" }, element("span", { textContent: one.name }));
  said.append(element("span", { textContent: word("noted-at", moment(one.noted.at)) }));
  if (one.received) {
    said.append(element("span", { textContent: word(one.state === SENT ? "received-at" : "aside-at", moment(one.received)) }));
  }
  const orders = (one.orders ?? []).map((order) =>
    element("p", { className: "opened" }, word("opened", order.name) + " ", element("a", { href: order.address, textContent: order.number })),
  );
  const reasons = one.state === REFUSED ? one.reasons.map((reason) => element("p", { className: "wrong-why", textContent: reason.text })) : [];
  const open = one.state !== SENT && one.state !== "aside";
  const title = open ? link("visit/" + one.id, one.title) : element("a", { href: one.address, textContent: one.title });
  const light = { draft: "grey", waiting: "amber", refused: "red", sent: "green", aside: "grey" }[one.state];
  return element(
    "li",
    {},
    element("div", { className: "when" }, element("span", { className: "light " + light, textContent: word("state-" + one.state) })),
    element("div", { className: "what" }, title, said, ...reasons, ...orders),
  );
}

/** Visits as a list, under a heading where one is named; nothing where there are none. */
export function queue(box, visits, heading) {
  box.replaceChildren(
    ...(visits.length === 0
      ? []
      : [
          heading ? element("h2", { textContent: word(heading, visits.length) }) : "",
          element("ul", { className: "orders visits" }, ...visits.map(visit)),
        ]),
  );
}
