// Sends what waits, in order, each once: by one window at a time, under the name each visit was given when it was begun.
import { photosOf } from "./store.js";
import { local, word } from "./words.js";
import { REFUSED, WAITING, refused, setAside, taken, unsent } from "./visits.js";

const PATIENCE = 90000;

/** How an attempt to reach the server ended, where it did not reach it. */
class Hindered extends Error {}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
      ...options,
    });
  } catch {
    throw new Hindered("offline");
  }
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    throw new Hindered("sign-in");
  }
  return answer;
}

/** A token for the next form, if the one who kept the visits is still signed in. */
async function token(account) {
  const answer = await ask("/patrol/token");
  if (!answer.ok) {
    throw new Hindered(answer.status === 403 ? "sign-in" : "later");
  }
  const fresh = await answer.json();
  if (fresh.account !== account) {
    throw new Hindered("other");
  }
  return fresh;
}

export async function list() {
  const answer = await ask("/patrol/pack");
  if (!answer.ok) {
    throw new Hindered(answer.status === 403 ? "sign-in" : "later");
  }
  return answer.json();
}

/** Answers "sent" when nothing waits any more, or what hinders: offline, sign-in, other, later, busy. */
export function send(account, changed) {
  return alone(async () => {
    try {
      await each(account, changed);
      return "sent";
    } catch (hindered) {
      if (hindered instanceof Hindered) {
        return hindered.message;
      }
      throw hindered;
    }
  });
}

const alone = (work) =>
  navigator.locks.request("patrol-send", { ifAvailable: true }, (lock) => (lock ? work() : "busy"));

async function each(account, changed) {
  const held = new Set();
  let fresh = null;
  for (const visit of await unsent(account)) {
    if (visit.state === REFUSED) {
      held.add(visit.number);
    }
    // what follows a refused visit to the same place waits for it
    if (visit.state !== WAITING || held.has(visit.number)) {
      continue;
    }
    fresh ??= await token(account);
    if (!(await one(visit, fresh))) {
      held.add(visit.number);
    }
    await changed();
  }
}

async function one(visit, fresh) {
  const answer = await ask("/patrol/visits", { method: "POST", body: await body(visit, fresh) });
  if (answer.status === 413) {
    await refused(visit.id, { reasons: [{ field: "", text: word("too-large") }] });
    return false;
  }
  if (!(answer.headers.get("Content-Type") ?? "").includes("json") || (!answer.ok && answer.status !== 409)) {
    throw new Hindered("later");
  }
  const said = await answer.json().catch(() => {
    throw new Hindered("offline");
  });
  await (said.taken ? taken(visit.id, said) : refused(visit.id, said));
  return said.taken;
}

async function body(visit, fresh) {
  const form = new FormData();
  form.append(fresh.name, fresh.value);
  form.append("request", visit.id);
  form.append("account", visit.account);
  form.append("seat", visit.seat);
  form.append("number", visit.number);
  form.append("action", visit.action);
  form.append("seen", JSON.stringify(visit.seen));
  const noted = {
    "noted-at": local(visit.noted.at),
    "noted-where": visit.noted.point,
    "noted-within": String(visit.noted.within),
  };
  visit.notes.filter((field) => noted[field]).forEach((field) => form.append(field, noted[field]));
  for (const [field, values] of Object.entries(visit.answers)) {
    values.forEach((value) => form.append(field, value));
  }
  for (const photo of await photosOf(visit.id)) {
    form.append(photo.field + ".new", photo.blob, photo.name);
  }
  return form;
}

/** Gives up recording a visit: the server keeps it as it was noted, with the reason. */
export async function leave(visit, noted, reason) {
  try {
    const fresh = await token(visit.account);
    const form = new FormData();
    const parts = {
      [fresh.name]: fresh.value,
      request: visit.id,
      account: visit.account,
      number: visit.number,
      title: visit.title,
      what: visit.name,
      "noted-at": visit.noted.at,
      noted,
      refused: visit.reasons.map((one) => one.text).join("\n"),
      reason,
    };
    Object.entries(parts).forEach(([name, value]) => form.append(name, value));
    (await photosOf(visit.id)).forEach((photo) => form.append("photo", photo.blob, photo.name));
    const answer = await ask("/patrol/aside", { method: "POST", body: form });
    if (!answer.ok) {
      throw new Hindered("later");
    }
    await setAside(visit.id, reason);
    return "sent";
  } catch (hindered) {
    if (hindered instanceof Hindered) {
      return hindered.message;
    }
    throw hindered;
  }
}
