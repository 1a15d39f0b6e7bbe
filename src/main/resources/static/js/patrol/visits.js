// Visits from the moment somebody begins one until the server has it.
import { change, get, put, settle, visitsOf } from "./store.js";
import { today } from "./words.js";

export const DRAFT = "draft";
export const WAITING = "waiting";
export const REFUSED = "refused";
export const SENT = "sent";
export const ASIDE = "aside";

const REMEMBERED = 7 * 24 * 3600 * 1000;

/** A visit of a stop, with what the form proposes. Its id names it to the server, whatever is sent how often. */
export async function begin(pack, stop, may) {
  const form = pack.forms.find((one) => one.id === may.form);
  const own = (await unsent(pack.account)).filter((visit) => visit.number === stop.number);
  const values = own.reduce((known, visit) => ({ ...known, ...kept(visit, may.values) }), { ...may.values });
  const visit = {
    id: crypto.randomUUID(),
    account: pack.account,
    seat: pack.seat,
    number: stop.number,
    address: stop.address,
    title: stop.title,
    register: stop.register,
    route: stop.route,
    action: may.action,
    name: may.name,
    html: form.html,
    notes: form.noted,
    checks: form.checks,
    noted: { at: new Date().toISOString(), point: "", within: "" },
    seen: { step: stop.step, values },
    answers: answers(values, pack.today),
    state: DRAFT,
    reasons: [],
  };
  await put("visits", visit);
  return visit;
}

/** What an earlier visit that still waits will have changed by the time this one is sent. */
function kept(visit, values) {
  return Object.fromEntries(
    Object.entries(visit.answers)
      .filter(([field]) => field in values)
      .map(([field, answer]) => [field, Array.isArray(values[field]) ? answer : answer[0] ?? ""]),
  );
}

/** Every answer as a list of texts; a day that was proposed as today is today. */
function answers(values, then) {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      [value].flat().map((one) => (one === then ? today() : String(one))),
    ]),
  );
}

export async function unsent(account) {
  const all = await visitsOf(account);
  const here = all.filter(open);
  localStorage.setItem("patrol-unsent-" + account, String(here.length));
  return here.sort((one, other) => (one.queued ?? Infinity) - (other.queued ?? Infinity));
}

/** What was sent in the last days, the latest first; older ones are forgotten by the list. */
export async function sent(account) {
  const since = Date.now() - REMEMBERED;
  return (await visitsOf(account))
    .filter((visit) => [SENT, ASIDE].includes(visit.state) && Date.parse(visit.sent) > since)
    .sort((one, other) => Date.parse(other.sent) - Date.parse(one.sent));
}

const open = (visit) => [DRAFT, WAITING, REFUSED].includes(visit.state);

/** Keeps what is filled in. What waited to be sent waits for the form to be finished again. */
export const note = (id, answers) =>
  change(id, (visit) =>
    open(visit) ? { ...visit, answers, state: visit.state === WAITING ? DRAFT : visit.state } : visit,
  );

/** Puts a visit into the queue, at its end or where it stood. Answers false where the server has it by now. */
export async function finish(id) {
  await change(id, (visit) =>
    open(visit) ? { ...visit, state: WAITING, reasons: [], queued: visit.queued ?? Date.now() } : visit,
  );
  return open(await get("visits", id));
}

/** The server has it: what it is remembered by. */
export async function taken(id, answer) {
  const visit = await get("visits", id);
  await settle({ ...remembered(visit), state: SENT, received: answer.received, orders: answer.orders });
}

export async function setAside(id, reason) {
  const visit = await get("visits", id);
  await settle({ ...remembered(visit), state: ASIDE, received: new Date().toISOString(), orders: [], reason });
}

/** It was not taken: why, and how the subject stands now, from which it can be corrected. */
export const refused = (id, answer) =>
  change(id, (visit) => {
    const stop = answer.now?.stops?.[0];
    const may = stop?.may.find((one) => one.action === visit.action);
    const form = answer.now?.forms.find((one) => one.id === may?.form);
    return {
      ...visit,
      state: REFUSED,
      reasons: answer.reasons,
      now: stop ?? null,
      html: form?.html ?? visit.html,
      checks: form?.checks ?? visit.checks,
      seen: may ? { step: stop.step, values: may.values } : visit.seen,
    };
  });

const remembered = ({ id, account, number, address, title, register, action, name, noted, queued }) => ({
  id,
  account,
  number,
  address,
  title,
  register,
  action,
  name,
  noted,
  queued,
  sent: new Date().toISOString(),
});
