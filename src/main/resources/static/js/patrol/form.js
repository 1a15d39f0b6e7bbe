// The form of a visit: the one that the server's pages show, filled in and read here.
import { element, word } from "./words.js";

const named = (form, field) => Array.from(form.querySelectorAll("[name]")).filter((one) => one.name === field);

export function fill(form, answers) {
  for (const [field, values] of Object.entries(answers)) {
    for (const input of named(form, field)) {
      if (input.type === "checkbox" || input.type === "radio") {
        input.checked = values.includes(input.value);
      } else if (input.type !== "file") {
        input.value = values[0] ?? "";
      }
    }
  }
  // what is usually left out is opened where something is filled in
  form.querySelectorAll("details.more").forEach((more) => {
    more.open = Array.from(more.querySelectorAll("[name]")).some((one) => answers[one.name]?.[0]);
  });
}

/** Every answer as a list of texts; files are kept apart. */
export function read(form) {
  const answers = {};
  for (const [field, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") {
      (answers[field] ??= []).push(value.replace(/\r\n/g, "\n"));
    }
  }
  return answers;
}

/** What has to be filled in and is not: each field with what to say. */
export function missing(form, photographed) {
  return Array.from(form.querySelectorAll(".field"))
    .filter((field) => !field.querySelector(".optional") && field.querySelector("label:not(.choice), legend"))
    .filter((field) => empty(field, photographed))
    .map((field) => {
      const label = field.querySelector("label:not(.choice), legend").textContent.trim();
      const input = field.querySelector("[name]");
      return { field: input.name.replace(/\.new$/, ""), text: word("required", label) };
    });
}

function empty(field, photographed) {
  const inputs = Array.from(field.querySelectorAll("[name]"));
  return inputs.every((input) => {
    if (input.type === "file") {
      return !photographed.has(input.name.replace(/\.new$/, ""));
    }
    return input.type === "checkbox" || input.type === "radio" ? !input.checked : input.value.trim() === "";
  });
}

/** What is filled in and is no number of those that are asked for. */
export function unfit(form) {
  return Array.from(form.querySelectorAll("input[data-least]"))
    .filter((input) => input.value.trim() !== "")
    .filter((input) => {
      const said = input.value.trim();
      return !/^\d{1,9}$/.test(said) || +said < +input.dataset.least || +said > +input.dataset.most;
    })
    .map((input) => ({ field: input.name, text: word("number", input.dataset.least, input.dataset.most) }));
}

/** Says what is wrong, above the form and at each field; nothing where there is nothing. */
export function fault(form, reasons, title) {
  form.querySelectorAll(".wrong").forEach((field) => field.classList.remove("wrong"));
  form.querySelectorAll(".wrong-why").forEach((why) => why.remove());
  if (reasons.length === 0) {
    return null;
  }
  const list = element("ul");
  for (const { field, text } of reasons) {
    const box = field ? form.querySelector("#f-" + CSS.escape(field)) : null;
    if (box) {
      mark(box, field, text);
      list.append(element("li", {}, element("a", { href: "#f-" + field, textContent: text, onclick: goTo(box) })));
    } else {
      list.append(element("li", { textContent: text }));
    }
  }
  return element("div", { className: "fault", role: "alert", tabIndex: -1 }, element("h2", { textContent: title }), list);
}

function mark(box, field, text) {
  const around = box.closest(".field");
  const why = element("span", { className: "wrong-why", id: "f-" + field + "-why", textContent: text });
  around.classList.add("wrong");
  around.querySelector("label, legend").after(why);
  box.setAttribute("aria-describedby", why.id);
}

/** The address of the page says which visit is shown, so a link to a field must not change it. */
const goTo = (box) => (event) => {
  event.preventDefault();
  (box.matches("input, select, textarea") ? box : (box.querySelector("input") ?? box)).focus();
};

/** The answers in words, as they stand in the form. */
export function told(form) {
  const lines = [];
  for (const field of form.querySelectorAll(".field")) {
    const label = field.querySelector("label:not(.choice), legend");
    if (!label) {
      continue;
    }
    const name = label.firstChild.textContent.trim();
    const said = Array.from(field.querySelectorAll("[name]"))
      .filter((one) => one.type !== "file" && (!/checkbox|radio/.test(one.type) || one.checked) && one.value)
      .map((one) => (/checkbox|radio/.test(one.type) ? one.parentElement.textContent.trim() : one.value))
      .join("、");
    if (said) {
      lines.push(name + "：" + said);
    }
  }
  return lines.join("\n");
}
