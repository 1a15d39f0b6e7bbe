// Noting a visit: every change is kept on the phone at once.
import { broken } from "./checks.js";
import { fault, fill, missing, read, told, unfit } from "./form.js";
import { here } from "./place.js";
import { keepPhotos } from "./photos.js";
import { walk } from "./route.js";
import { leave } from "./sending.js";
import { change, forget, photosOf } from "./store.js";
import { REFUSED, finish, note } from "./visits.js";
import { element, moment, word } from "./words.js";

export async function visit(box, one, done) {
  const template = document.getElementById("t-visit").content.cloneNode(true);
  box.replaceChildren(template);
  const part = (name) => box.querySelector("[data-part=" + name + "]");
  const form = box.querySelector("form");
  part("title").textContent = one.title;
  part("name").textContent = one.name;
  part("fields").innerHTML = one.html; // our own server's form, kept with the visit
  fill(form, one.answers);
  walk(form, one.route);
  checkIn(part("check-in"), one);
  stands(part("stands"), one);

  const kept = part("kept");
  const keep = () => {
    return note(one.id, read(form)).then(() => {
      kept.textContent = word("kept", moment(new Date().toISOString()));
    });
  };
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  await Promise.all(
    Array.from(form.querySelectorAll("input[type=file]"), (input) => keepPhotos(input, one.id, keep)),
  );
  show(form, one.reasons, word("refused"));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    await note(one.id, read(form));
    const photos = await photosOf(one.id);
    const reasons = missing(form, new Set(photos.map((photo) => photo.field))).concat(unfit(form));
    if (reasons.length === 0) {
      reasons.push(...broken(one.checks ?? [], given(form, photos)));
    }
    if (show(form, reasons, word("not-yet"))) {
      return;
    }
    if (!(await finish(one.id))) {
      window.alert(word("already-sent"));
    }
    done(one);
  });
  part("drop").addEventListener("click", async () => {
    if (window.confirm(word("drop-sure"))) {
      await forget(one.id);
      done(null);
    }
  });
  aside(part("aside"), form, one, done);
  part("title").focus();
}

/** Every answer, with the names of the photos where photos answer. */
function given(form, photos) {
  const answers = read(form);
  photos.forEach((photo) => (answers[photo.field] ??= []).push(photo.name));
  return answers;
}

function show(form, reasons, title) {
  form.querySelector(".fault")?.remove();
  const said = fault(form, reasons, title);
  if (said) {
    form.prepend(said);
    said.focus();
  }
  return said !== null;
}

/** When somebody came, and where the phone was. */
function checkIn(box, one) {
  const said = box.querySelector("[data-part=noted]");
  const draw = (noted) => {
    said.textContent = noted.point
      ? word("there-at", moment(noted.at), noted.point, noted.within)
      : word("there-at-only", moment(noted.at));
  };
  const locate = async (at) => {
    const found = (await here()) ?? {};
    await change(one.id, (visit) => {
      one.noted = { ...visit.noted, ...found, at };
      return { ...visit, noted: one.noted };
    });
    draw(one.noted);
  };
  draw(one.noted);
  if (!one.noted.point) {
    locate(one.noted.at);
  }
  box.querySelector("button").addEventListener("click", () => {
    said.textContent = word("locating");
    locate(new Date().toISOString());
  });
}

/** How the subject stands by now, where the visit could not be recorded as it was noted. */
function stands(box, one) {
  box.hidden = one.state !== REFUSED || !one.now;
  if (!box.hidden) {
    box.replaceChildren(
      element("h2", { textContent: word("stands") }),
      element("p", { textContent: [one.now.state, one.now.due].filter(Boolean).join(" · ") }),
    );
  }
}

function aside(box, form, one, done) {
  box.hidden = one.state !== REFUSED;
  const reason = box.querySelector("textarea");
  const said = box.querySelector("[role=status]");
  box.querySelector("button").addEventListener("click", async () => {
    if (reason.value.trim() === "") {
      said.textContent = word("aside-why");
      reason.focus();
      return;
    }
    const outcome = await leave(one, told(form), reason.value.trim());
    if (outcome === "sent") {
      done(null);
    } else {
      said.textContent = word("hindered-" + outcome);
    }
  });
}
