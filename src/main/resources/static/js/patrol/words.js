// What the scripts say, in the language of the page.
const said = new Map(
  Array.from(document.querySelectorAll("#words data"), (word) => [word.value, word.textContent]),
);

export function word(name, ...places) {
  return places.reduce((text, place, number) => text.replace("{" + number + "}", place), said.get(name) ?? name);
}

/** An element with properties and children; texts are set as text and never read as HTML. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made && name !== "list") {
      made[name] = value;
    } else if (value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** The time of day for today, and the day as well for any other. */
export function moment(iso) {
  const then = new Date(iso);
  const clock = then.toTimeString().slice(0, 5);
  const today = new Date().toDateString() === then.toDateString();
  return today ? clock : then.getMonth() + 1 + "-" + then.getDate() + " " + clock;
}

/** A moment as a form field of date and time takes it. */
export function local(iso) {
  const then = new Date(iso);
  return new Date(then.getTime() - then.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

export function today() {
  return local(new Date().toISOString()).slice(0, 10);
}
