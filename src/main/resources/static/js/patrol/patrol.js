// The round on a phone: what to show, and when to try sending again.
import { list, queue, tools } from "./list.js";
import { list as fetched, send } from "./sending.js";
import { stop } from "./stop.js";
import { get, onlyPackOf, put } from "./store.js";
import { REFUSED, WAITING, sent, unsent } from "./visits.js";
import { visit } from "./visit.js";
import { element, moment, word } from "./words.js";

const app = document.getElementById("patrol");
const account = app.dataset.account;
const views = Object.fromEntries(["home", "stop", "visit"].map((name) => [name, document.getElementById(name)]));
const others = "BroadcastChannel" in window ? new BroadcastChannel("patrol") : null;
const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 300000;
const JUST = 600000;
const OLD = 24 * 3600 * 1000;
const OLDEST = 7 * 24 * 3600 * 1000;
let pause = FIRST_PAUSE;
let timer = 0;
let asked = false;

async function pack() {
  const kept = await get("packs", account);
  return kept && Date.now() - Date.parse(kept.fetched) < OLDEST ? kept : null;
}

async function show() {
  const [, kind, id] = /^#(stop|visit)\/(.+)$/.exec(location.hash) ?? [null, "home", ""];
  const taken = await pack();
  const waiting = await unsent(account);
  const one = kind === "stop" ? taken?.stops.find((stop) => stop.number === id) : waiting.find((all) => all.id === id);
  const view = kind === "home" || !one ? "home" : kind;
  Object.entries(views).forEach(([name, box]) => (box.hidden = name !== view));
  if (view === "stop") {
    stop(views.stop, taken, one, waiting);
    views.stop.querySelector("h1").focus();
  } else if (view === "visit") {
    await visit(views.visit, one, () => {
      location.hash = "";
      changed();
      attempt();
    });
  } else {
    await home(taken, waiting);
  }
}

async function home(taken, waiting) {
  const stops = views.home.querySelector("[data-part=stops]");
  if (taken) {
    list(stops, taken, waiting);
  } else {
    stops.replaceChildren(element("p", { className: "empty", textContent: word(asked ? "no-list" : "list-asked") }));
  }
  const all = await sent(account);
  queue(views.home.querySelector("[data-part=unsent]"), waiting, "unsent");
  document.getElementById("send").parentElement.hidden = !waiting.some((one) => one.state === WAITING);
  const sentBox = views.home.querySelector("[data-part=sent]");
  sentBox.parentElement.hidden = all.length === 0;
  sentBox.parentElement.open ||= all.some((one) => Date.now() - Date.parse(one.sent) < JUST);
  queue(sentBox, all);
  sentBox.previousElementSibling.textContent = word("sent", all.length);
  await age(views.home.querySelector("[data-part=age]"), taken);
}

/** Says what is on the phone, since when, and how long it will do. */
async function age(box, taken) {
  const page = await caches.match("/patrol", { cacheName: "patrol-page" });
  const old = taken && Date.now() - Date.parse(taken.fetched) > OLD;
  box.className = old ? "note" : "muted small";
  box.textContent = !taken
    ? ""
    : !page
      ? word("list-keeping")
      : word(old ? "list-old" : "list-of", taken.stops.length, moment(taken.fetched), moment(Date.parse(taken.fetched) + OLDEST));
}

/** Says how it stands with the server. */
function signal(how) {
  const said = document.getElementById("signal");
  const text = word("hindered-" + how);
  said.className = "signal " + (how === "sent" ? "good" : "note");
  said.replaceChildren(element("span", { textContent: text }));
  if (how === "sign-in" || how === "other") {
    said.append(" ", element("a", { href: "/sign-in?then=/patrol", textContent: word("sign-in") }));
  }
}

/** This window and the others show what is so now; a form that somebody fills in is left alone. */
async function changed() {
  others?.postMessage("changed");
  await redraw();
}

async function redraw() {
  if (!views.home.hidden) {
    await show();
  }
}

/** Sends what waits and fetches the list; where that fails, once more after a pause that grows. */
async function attempt() {
  clearTimeout(timer);
  const outcome = await send(account, changed);
  let how = outcome;
  if (outcome === "sent") {
    how = await refresh();
  }
  if (!asked) {
    asked = true;
    await redraw();
  }
  const open = await unsent(account);
  if (outcome !== "busy") {
    signal(how === "sent" && open.some((one) => one.state === REFUSED) ? "look" : how);
  }
  const waits = open.some((one) => one.state === WAITING);
  pause = how === "sent" ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
  if (how !== "sent" || waits) {
    timer = setTimeout(attempt, pause);
  }
}

async function refresh() {
  try {
    const fresh = await fetched();
    if (fresh.account !== account) {
      location.reload();
      return "other";
    }
    await put("packs", { ...fresh, fetched: new Date().toISOString() });
    await onlyPackOf(account);
    await redraw();
    return "sent";
  } catch (hindered) {
    return hindered.message;
  }
}

function again() {
  pause = FIRST_PAUSE;
  attempt();
}

async function begin() {
  app.hidden = false;
  document.getElementById("plain").hidden = true;
  tools(views.home.querySelector("[data-part=tools]"), redraw);
  window.addEventListener("hashchange", show);
  window.addEventListener("online", again);
  window.addEventListener("offline", () => signal("offline"));
  document.addEventListener("visibilitychange", () => document.hidden || again());
  document.getElementById("send").addEventListener("click", again);
  others?.addEventListener("message", redraw);
  navigator.storage?.persist?.();
  navigator.serviceWorker.addEventListener("message", redraw);
  navigator.serviceWorker.register("/patrol/worker.js", { scope: "/patrol" });
  await show();
  await attempt();
}

// without a safe connection a browser keeps nothing for later, and the plain list is what there is
if (window.isSecureContext && navigator.serviceWorker && navigator.locks) {
  begin();
} else {
  document.getElementById("unsafe").hidden = false;
}
