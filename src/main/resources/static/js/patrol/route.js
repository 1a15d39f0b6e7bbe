// The places of a route: reached one after the other, each with the time and where the phone was.
import { here } from "./place.js";
import { element, word } from "./words.js";

const FIELD = "stops";

/** Puts the places beside the field that takes them; without a route the field is an ordinary one. */
export function walk(form, route) {
  const field = form.querySelector("[name=" + FIELD + "]");
  if (!field || route.length === 0) {
    return;
  }
  const list = element("ol", { className: "route" });
  field.before(list);
  field.rows = route.length + 1;

  const draw = () => {
    const reached = route.map((place) => field.value.includes(place));
    list.querySelectorAll("li").forEach((item, number) => {
      item.classList.toggle("reached", reached[number]);
      item.querySelector("button").disabled = reached[number];
      item.querySelector("button").textContent = reached[number] ? word("reached") : word("reach");
    });
  };

  route.forEach((place) => {
    const button = element("button", { type: "button" });
    button.setAttribute("aria-label", word("reach-place", place));
    button.addEventListener("click", async () => {
      const at = new Date().toTimeString().slice(0, 5);
      write(field, at + " " + place);
      const found = await here(8000);
      if (found) {
        field.value = field.value.replace(
          at + " " + place,
          at + " " + place + " (" + found.point + " ±" + found.within + " m)",
        );
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    list.append(element("li", {}, element("span", { textContent: place }), button));
  });
  field.addEventListener("input", draw);
  draw();
}

function write(field, line) {
  field.value = (field.value.trim() + "\n" + line).trim();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
