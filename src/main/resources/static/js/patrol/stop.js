// One subject of the list: what is known of it, and what may be noted there.
import { begin } from "./visits.js";
import { element, word } from "./words.js";

export function stop(box, pack, one, unsent) {
  const facts = element("dl", { className: "facts-list" });
  const add = (label, value) =>
    value && facts.append(element("dt", { textContent: label }), element("dd", { className: "text", textContent: value }));
  add(word("state"), one.state);
  add(word("last-visit"), one.visited || word("never"));
  one.facts.forEach((fact) => add(fact.label, fact.value));
  const open = unsent.filter((visit) => visit.number === one.number);
  box.replaceChildren(
    element("p", { className: "small" }, element("a", { href: "#", textContent: word("back") })),
    element("div", { className: "head" }, element("h1", { textContent: one.title, tabIndex: -1 })),
    element("p", { className: "light " + one.light, textContent: one.due }),
    ...open.map((visit) =>
      element(
        "p",
        { className: "note" },
        word("go-on", visit.name) + " ",
        element("a", { href: "#visit/" + visit.id, textContent: word("state-" + visit.state) }),
      ),
    ),
    element(
      "p",
      { className: "actions" },
      ...one.may.map((may) =>
        element("button", {
          type: "button",
          className: may.visit ? "main" : "",
          textContent: may.name,
          onclick: async () => {
            location.hash = "visit/" + (await begin(pack, one, may)).id;
          },
        }),
      ),
    ),
    one.route.length === 0 ? null : element("h2", { textContent: word("route") }),
    one.route.length === 0
      ? null
      : element("ol", { className: "route" }, ...one.route.map((place) => element("li", {}, element("span", { textContent: place })))),
    element("section", { className: "card" }, facts),
    element("p", { className: "small" }, element("a", { href: one.address, textContent: word("page") })),
  );
}
