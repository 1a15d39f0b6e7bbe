// Conditions of the rulebook that need nothing but what is filled in, judged on the phone. They are written in the Common
// Expression Language; what is met here that this doesn't know is left to the server, which judges all of them anyway.
const TOKEN = /\s*(?:(\d+)|('[^'\\]*'|"[^"\\]*")|([A-Za-z_]\w*)|(\|\||&&|[=!<>]=|[-+*/%<>!().,?:[\]]))/y;

const NOTHING = { text: "", number: 0, yes_no: false, texts: [] };

/** What somebody would be told by the conditions that don't hold. */
export function broken(checks, answers) {
  return checks.filter((check) => holds(check, answers) === false).map((check) => ({ field: "", text: check.otherwise }));
}

/** True, false, or null where it can't be judged here. Answers are lists of texts by field. */
export function holds({ that, asks }, answers) {
  const known = new Map(
    Object.entries(asks).map(([field, type]) => [field.replace(/-/g, "_"), value(answers[field] ?? [], type)]),
  );
  try {
    const judged = reader(tokens(that), known)();
    return typeof judged === "boolean" ? judged : null;
  } catch {
    return null;
  }
}

function value(given, type) {
  const first = (given[0] ?? "").trim();
  if (type === "texts") {
    return given;
  }
  if (first === "") {
    return NOTHING[type];
  }
  return type === "number" ? whole(first) : type === "yes_no" ? ["true", "on", "yes"].includes(first) : first;
}

function whole(text) {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function tokens(text) {
  const all = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (!found) {
      throw new Error("no token");
    }
    const [, number, quoted, name, sign] = found;
    all.push(
      number !== undefined
        ? { value: Number(number) }
        : quoted !== undefined
          ? { value: quoted.slice(1, -1) }
          : { sign: sign ?? name, name },
    );
  }
  return all;
}

/** Reads and reckons at once; nothing has side effects, so both sides of "or" may be reckoned. */
function reader(all, known) {
  let at = 0;
  const next = (...signs) => (at < all.length && signs.includes(all[at].sign) ? all[at++].sign : null);
  const need = (sign) => next(sign) ?? fail();

  function choice() {
    const asked = either();
    if (!next("?")) {
      return asked;
    }
    const yes = choice();
    need(":");
    const no = choice();
    return flag(asked) ? yes : no;
  }

  function either() {
    let left = both();
    while (next("||")) {
      const right = both();
      left = flag(left) || flag(right);
    }
    return left;
  }

  function both() {
    let left = compared();
    while (next("&&")) {
      const right = compared();
      left = flag(left) && flag(right);
    }
    return left;
  }

  function compared() {
    let left = sum();
    for (let sign = next(...Object.keys(COMPARED)); sign; sign = next(...Object.keys(COMPARED))) {
      left = COMPARED[sign](left, sum());
    }
    return left;
  }

  function sum() {
    let left = product();
    for (let sign = next("+", "-"); sign; sign = next("+", "-")) {
      const right = product();
      left = sign === "+" ? (typeof left === "string" ? text(left) + text(right) : number(left) + number(right)) : number(left) - number(right);
    }
    return left;
  }

  function product() {
    let left = single();
    for (let sign = next("*", "/", "%"); sign; sign = next("*", "/", "%")) {
      const right = single();
      if (sign !== "*" && number(right) === 0) {
        fail();
      }
      left = sign === "*" ? number(left) * number(right) : sign === "/" ? Math.trunc(number(left) / right) : number(left) % right;
    }
    return left;
  }

  function single() {
    if (next("!")) {
      return !flag(single());
    }
    if (next("-")) {
      return -number(single());
    }
    let said = plain();
    while (next(".")) {
      const does = DOES[all[at++]?.name] ?? fail();
      need("(");
      const given = next(")") ? [] : listed(")");
      said = does(said, ...given);
    }
    return said;
  }

  function plain() {
    if (next("(")) {
      const inside = choice();
      need(")");
      return inside;
    }
    if (next("[")) {
      return next("]") ? [] : listed("]");
    }
    const token = all[at++] ?? fail();
    if ("value" in token) {
      return token.value;
    }
    if (token.name === "true" || token.name === "false") {
      return token.name === "true";
    }
    if (token.name !== "answers") {
      fail();
    }
    need(".");
    return known.get(all[at++]?.name) ?? fail();
  }

  function listed(end) {
    const items = [choice()];
    while (next(",")) {
      items.push(choice());
    }
    need(end);
    return items;
  }

  return () => {
    const judged = choice();
    return at === all.length ? judged : fail();
  };
}

const COMPARED = {
  "==": (one, other) => same(one, other),
  "!=": (one, other) => !same(one, other),
  "<": (one, other) => alike(one, other) && one < other,
  "<=": (one, other) => alike(one, other) && one <= other,
  ">": (one, other) => alike(one, other) && one > other,
  ">=": (one, other) => alike(one, other) && one >= other,
  in: (one, all) => (Array.isArray(all) ? all.includes(one) : fail()),
};

const DOES = {
  size: (of) => (typeof of === "string" ? [...of].length : Array.isArray(of) ? of.length : fail()),
  startsWith: (of, start) => text(of).startsWith(text(start)),
  endsWith: (of, end) => text(of).endsWith(text(end)),
  contains: (of, part) => text(of).includes(text(part)),
};

const alike = (one, other) => (typeof one === typeof other && !Array.isArray(one) ? true : fail());
const same = (one, other) => alike(one, other) && one === other;
const flag = (said) => (typeof said === "boolean" ? said : fail());
const number = (said) => (typeof said === "number" ? said : fail());
const text = (said) => (typeof said === "string" ? said : fail());

function fail() {
  throw new Error("not known here");
}
